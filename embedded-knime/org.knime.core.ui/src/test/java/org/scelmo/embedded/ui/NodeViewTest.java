package org.scelmo.embedded.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Resource.ContentType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.embedded.core.Tables;
import org.scelmo.embedded.core.access.NodeAccess;

class NodeViewTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"c"}, new DataType[]{StringCell.TYPE});

    static final class ViewParameters implements NodeParameters {
        @Widget(title = "Title", description = "Head of the view.")
        String m_title = "none";

        ViewParameters() {
        }

        ViewParameters(final NodeParametersInput input) {
            m_title = "about " + input.getInTableSpec(0).orElseThrow().getColumnSpec(0).getName();
        }
    }

    /** A node that only keeps its table for the view. */
    static final class ShowNodeFactory extends DefaultNodeFactory {
        ShowNodeFactory() {
            super(DefaultNode.create().name("Show").icon("i.png").shortDescription("Shows.").fullDescription("Shows.")
                .sinceVersion(0, 1, 0).ports(p -> p.addInputTable("Data", "A table."))
                .model(m -> m.withoutParameters().configure((i, o) -> { }).execute(
                    (i, o) -> o.setInternalData(i.getInTable(0))))
                .addView(v -> v.parametersClass(ViewParameters.class).description("Counts rows.")
                    .page(p -> p.fromString(() -> "<html/>").relativePath("view.html")
                        .addResourceFromString(() -> "42", "data.js"))
                    .initialData(d -> d.data(in -> in.<ViewParameters> getParameters().m_title + ": "
                        + in.getInternalTables()[0].size()))
                    .dataService(s -> s.addHandler("rows", in -> in.getInternalTables()).addHandler("title",
                        in -> in.<ViewParameters> getParameters().m_title))));
        }
    }

    private final ViewSheet m_view = NodeSheet.of(new ShowNodeFactory()).view().orElseThrow();

    @Test
    void theSheetDescribesTheView() {
        final var factory = new ShowNodeFactory();
        assertTrue(factory.hasNodeView());
        assertTrue(factory.hasNodeDialog(), "the view's parameters need a dialog");
        assertEquals("Show", factory.getInteractiveViewName());
        assertEquals(List.of("Title"), NodeSheet.of(factory).options().stream().map(DialogOption::title).toList());
        assertEquals("Counts rows.",
            factory.getXMLDescription().getElementsByTagName("view").item(0).getTextContent());
        assertFalse(new DropColumnNodeFactory().hasNodeView());
    }

    @Test
    void theViewStartsWithWhatExecutionKept() throws Exception {
        try (var node = NodeHost.create(new ShowNodeFactory())) {
            final BufferedDataTable table = Tables.of(SPEC, new DataCell[]{new StringCell("x")});
            assertTrue(node.configure(SPEC));
            assertTrue(node.execute(table), () -> node.message().toString());
            assertEquals(Optional.of("none: 1"), m_view.initialData(new ViewParameters(), node.internals()));
        }
    }

    @Test
    void handlersAreMadeOfWhatExecutionKept() {
        final var services = m_view.services(new ViewParameters(), Tables.of(SPEC, new DataCell[]{new StringCell("x")}));
        assertEquals(Set.of("rows", "title"), services.keySet());
        assertEquals("none", services.get("title"));
        assertEquals(1, ((BufferedDataTable[])services.get("rows")).length);
    }

    @Test
    void thePageAndItsResourcesAreRead() throws Exception {
        final Page page = m_view.page();
        assertEquals(ContentType.HTML, page.getContentType());
        assertEquals("<html/>", new String(page.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        final var script = page.getResource("data.js").orElseThrow();
        assertEquals(ContentType.SHADOW_APP, script.getContentType());
        assertEquals("42", new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), page.getResource("other.js"));
    }

    @Test
    void viewParametersAreSavedApartWithDefaultsFromTheInput() throws Exception {
        try (var node = NodeHost.create(new ShowNodeFactory())) {
            final var before = new NodeSettings("view");
            NodeAccess.INSTANCE.saveDefaultViewSettings(node.model(), before);
            assertEquals("none", before.getString("title"));
            node.configure(SPEC);
            final var after = new NodeSettings("view");
            NodeAccess.INSTANCE.saveDefaultViewSettings(node.model(), after);
            assertEquals("about c", after.getString("title"));
            NodeAccess.INSTANCE.validateViewSettings(node.model(), after);
            assertThrows(InvalidSettingsException.class,
                () -> NodeAccess.INSTANCE.validateViewSettings(node.model(), new NodeSettings("view")));
        }
    }
}
