package org.scelmo.nodes.languagemodel.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.Credentials;
import org.knime.core.node.workflow.CredentialsStore;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersInputImpl;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParametersInput;
import org.scelmo.embedded.core.access.CredentialsAccess;
import org.scelmo.embedded.ui.dialog.DialogSnapshot;
import org.scelmo.embedded.ui.dialog.WidgetState;
import org.scelmo.embedded.ui.model.PortsInput;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.TestKnime;

/** What the dialog of LLM Describe tells while it is open. */
class LlmDescribeParametersTest {

    private static final PortType[] TABLE = {BufferedDataTable.TYPE};

    /** A dialog whose input is executed. */
    private static NodeParametersInput executed(final BufferedDataTable table) {
        TestKnime.catalog();
        final var ports = new PortsInput(TABLE, new PortType[]{BufferedDataTable.TYPE}, table.getDataTableSpec());
        return (NodeParametersInput)Proxy.newProxyInstance(LlmDescribeParametersTest.class.getClassLoader(),
            new Class<?>[]{NodeParametersInput.class}, (proxy, method, arguments) -> method.getName()
                .equals("getInTable") ? Optional.of(table) : method.invoke(ports, arguments));
    }

    private static LlmDescribeParameters parameters(final NodeParametersInput input, final String... changes)
        throws InvalidSettingsException {
        final var settings = new NodeSettings("model");
        NodeParametersUtil.saveSettings(LlmDescribeParameters.class, new LlmDescribeParameters(input), settings);
        for (int i = 0; i < changes.length; i += 2) {
            final var group = changes[i].contains("/") ? settings.getNodeSettings(changes[i].split("/")[0]) : settings;
            group.addString(changes[i].replaceFirst("^.*/", ""), changes[i + 1]);
        }
        return NodeParametersUtil.loadSettings(settings, LlmDescribeParameters.class);
    }

    private static WidgetState message(final String title, final NodeParametersInput input, final String... changes)
        throws InvalidSettingsException {
        return DialogSnapshot.of(parameters(input, changes), input).widgets().stream()
            .filter(w -> w.kind().equals("message") && w.title().equals(title)).findFirst().orElseThrow();
    }

    @Test
    void previewShowsWhatTheFirstRowAsks() throws InvalidSettingsException {
        final var input = executed(LanguageModelNode.names("CD79A", "MS4A1"));
        assertEquals("Please summarize the major function of protein: CD79A. Use academic language in one paragraph "
            + "and include pathway information.", message("What is asked", input, "question", "PROTEIN").description());
    }

    @Test
    void previewTellsWhatIsWrongWithAPrompt() throws InvalidSettingsException {
        final var input = executed(LanguageModelNode.table(List.of("gene", "tissue"), new String[]{"CD19", "spleen"}));
        final var wrong =
            message("The prompt cannot be used", input, "question", "OWN", "prompt", "{name} in {tisue}?");
        assertTrue(wrong.description().contains("{tisue}") && wrong.description().contains("{tissue}"),
            wrong.description());
    }

    @Test
    void expectedCostIsShownWithThePricesOfTheModel() throws InvalidSettingsException {
        final var input = executed(LanguageModelNode.names("CD79A", "MS4A1"));
        assertTrue(message("Expected cost", input).description().contains("costs nothing"));
        final var paid = message("Expected cost", input, "service/provider", "OPENAI").description();
        assertTrue(paid.startsWith("2 rows with about ") && paid.contains("$0.0001 to $0.0005"), paid);
        final var unknown = message("Expected cost", input, "service/provider", "OPENAI", "service/model", "nobody's");
        assertTrue(unknown.description().contains("The price of the model 'nobody's' is not known"),
            unknown.description());
    }

    @Test
    void dialogOffersTheCredentialsThatReachTheNodeAndNoModelThatOnlyEmbeds() {
        final var genes = LanguageModelNode.names("CD19");
        final var input = NodeParametersInputImpl.createDefaultNodeSettingsContext(TABLE,
            new PortObjectSpec[]{genes.getDataTableSpec()}, FlowObjectStack.createFromFlowVariableList(List.of(), null),
            CredentialsAccess.INSTANCE.create(List.of(new Credentials("mine", "", "secret")),
                List.of(CredentialsStore.newCredentialsFlowVariable("variable", "", "secret", null))));
        final var dialog = DialogSnapshot.of(new LlmDescribeParameters(input), input);
        assertEquals(List.of("<none>", "mine", "variable"),
            dialog.widget("service/credentials").choices().orElseThrow().stream().map(c -> c.id()).toList());
        assertFalse(dialog.widget("service/provider").choices().orElseThrow().stream()
            .anyMatch(c -> c.id().equals("IN_PROCESS")));
        assertFalse(dialog.toJson().contains("secret"));
        assertFalse(dialog.widget("service/credentials").shown(), "the test model needs none");
    }
}
