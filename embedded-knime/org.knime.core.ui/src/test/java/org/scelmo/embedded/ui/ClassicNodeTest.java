package org.scelmo.embedded.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.Credentials;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.node.dialog.defaultdialog.DefaultNodeDialog;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersInputImpl;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.embedded.core.Tables;
import org.scelmo.embedded.core.access.CredentialsAccess;
import org.scelmo.embedded.ui.dialog.DialogSnapshot;

/** Nodes whose model is written by hand, as those need it that take credentials. */
class ClassicNodeTest {

    private static final Credentials SERVICE = new Credentials("service", "alice", "secret");

    private static final DataTableSpec NO_COLUMNS = new DataTableSpec();

    private static LoginNodeFactory factory() {
        final var factory = new LoginNodeFactory();
        factory.init();
        return factory;
    }

    @Test
    void isDescribedLikeAnyOther() {
        final var sheet = NodeSheet.of(factory());

        assertEquals("Login Check", sheet.name());
        assertEquals(LoginNodeFactory.class, sheet.factory());
        assertEquals(NodeType.Other, sheet.type());
        assertEquals(List.of("Credentials"), sheet.options().stream().map(DialogOption::title).toList());
        assertEquals("In", factory().getInportName(0));
        assertEquals("The same table.", factory().getOutportDescription(0));
        assertTrue(sheet.toXml().getElementsByTagName("dynInPort").getLength() == 0);
    }

    @Test
    void readsItsSettingsAndTakesTheCredentialsTheyName() throws InvalidSettingsException {
        final var table = Tables.of(NO_COLUMNS);
        try (var node = NodeHost.create(factory())) {
            node.setCredentials(List.of(SERVICE));
            assertFalse(node.configure(NO_COLUMNS), "the default names no credentials");

            final var settings = new NodeSettings("model");
            node.saveSettings(settings);
            settings.addString("credentials", "service");
            node.loadSettings(settings);
            assertTrue(node.configure(NO_COLUMNS));
            assertTrue(node.execute(table));
            assertEquals("Hello alice", node.message().getMessage());
        }
    }

    @Test
    void itsDialogOffersTheCredentialsThatReachIt() {
        final var dialog = (DefaultNodeDialog)factory().createNodeDialog();
        assertEquals(Map.of(SettingsType.MODEL, LoginParameters.class), dialog.getSettingsClasses());
        assertEquals(Set.of(SettingsType.MODEL), dialog.getSettingsTypes());

        final var context = NodeParametersInputImpl.createDefaultNodeSettingsContext(
            new PortType[]{BufferedDataTable.TYPE}, new PortObjectSpec[]{NO_COLUMNS},
            FlowObjectStack.createFromFlowVariableList(List.of(), null),
            CredentialsAccess.INSTANCE.create(List.of(SERVICE), List.of()));
        final var choices = DialogSnapshot.of(LoginParameters.class, context).widget("credentials").choices();
        assertEquals(List.of("service"), choices.orElseThrow().stream().map(c -> c.id()).toList());
    }

    @Test
    void parametersCanBeMadeFromSpecsAlone() {
        final PortObjectSpec[] specs = {NO_COLUMNS, null};
        assertEquals("none", NodeParametersUtil.createSettings(LoginParameters.class, specs).m_credentials);
        final var context = NodeParametersUtil.createDefaultNodeSettingsContext(specs);
        assertEquals(NO_COLUMNS, context.getInTableSpec(0).orElseThrow());
        assertTrue(context.getInPortSpec(1).isEmpty());
    }
}
