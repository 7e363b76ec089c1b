package org.scelmo.embedded.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.knime.node.DefaultNode;
import org.scelmo.embedded.ui.ports.PortGroup.Mode;
import org.scelmo.embedded.ui.ports.PortGroups;
import org.w3c.dom.Element;

class NodeSheetTest {

    private final NodeSheet m_sheet = NodeSheet.of(new ThresholdNodeFactory());

    @Test
    void holdsWhatTheNodeDeclares() {
        assertEquals("Threshold", m_sheet.name());
        assertEquals(NodeType.Manipulator, m_sheet.type());
        assertEquals(new Version(0, 1, 0), m_sheet.since());
        assertEquals(List.of("limit", "cut"), m_sheet.keywords());
        assertEquals("Data", m_sheet.inputs().get(0).name());
        assertEquals("The same table.", m_sheet.outputs().get(0).description());
        assertEquals(Optional.empty(), m_sheet.icon(), "the icon of the test node does not exist");
    }

    @Test
    void theFactoryAnswersFromTheSheet() {
        final var factory = new ThresholdNodeFactory();
        assertEquals("Threshold", factory.getNodeName());
        assertEquals("Data", factory.getInportName(0));
        assertEquals("Checked", factory.getOutportName(0));
        assertArrayEquals(new String[]{"limit", "cut"}, factory.getKeywords());
        assertTrue(factory.hasNodeDialog());
    }

    @Test
    void listsOptionsInTheOrderOfTheDialog() {
        final var options = m_sheet.options();
        assertEquals(List.of("Column", "Method", "Limit", "Report"),
            options.stream().map(DialogOption::title).toList());
        assertEquals(List.of("Input", "Input", "Input", "Output"),
            options.stream().map(DialogOption::section).toList());
        assertEquals(List.of(false, false, false, true), options.stream().map(DialogOption::advanced).toList());
        assertEquals(List.of(new DialogOption.Constant("Fixed value", "Compares with the limit."),
            new DialogOption.Constant("Quantile of column", "")), options.get(1).constants());
    }

    @Test
    void theFactoryTellsTheOptionsBySection() {
        final var groups = new SheetDescription(m_sheet).getDialogOptionGroups();
        assertEquals(List.of(Optional.of("Input"), Optional.of("Output")),
            groups.stream().map(NodeDescription.DialogOptionGroup::getName).toList());
        assertEquals(List.of("Column", "Method", "Limit"),
            groups.get(0).getOptions().stream().map(NodeDescription.DialogOption::getName).toList());
        assertTrue(groups.get(0).getOptions().get(1).getDescription().endsWith(
            "<ul><li><b>Fixed value:</b> Compares with the limit.</li><li><b>Quantile of column</b></li></ul>"));
    }

    @Test
    void becomesKnimesDescriptionXml() {
        final var xml = new ThresholdNodeFactory().getXMLDescription();
        assertEquals("knimeNode", xml.getTagName());
        assertEquals("Manipulator", xml.getAttribute("type"));
        assertEquals("Looks at one column.", text(xml, "intro"));
        assertEquals(4, xml.getElementsByTagName("option").getLength());
        assertEquals("Data", ((Element)xml.getElementsByTagName("inPort").item(0)).getAttribute("name"));
        assertEquals("An example", text(xml, "link"));
        assertEquals("limit", text(xml, "keyword"));
    }

    @Test
    void theXmlIsValidInKnimesSchema() throws Exception {
        final var schema = Path.of(System.getProperty("scelmo.shared", ""), "spec", "knime-api", "Node_v5.3.xsd");
        Assumptions.assumeTrue(Files.exists(schema), "the reference data folder with KNIME's schema is not there");
        final var validator = SchemaFactory.newDefaultInstance().newSchema(schema.toFile()).newValidator();
        for (final var factory : List.of(new ThresholdNodeFactory(), new DropColumnNodeFactory(),
            new NodeViewTest.ShowNodeFactory())) {
            assertDoesNotThrow(() -> validator.validate(new DOMSource(factory.getXMLDescription())),
                factory.getNodeName());
        }
    }

    private static String text(final Element xml, final String tag) {
        return xml.getElementsByTagName(tag).item(0).getTextContent();
    }

    @Test
    void textThatIsNoMarkupIsRefusedNamingIt() {
        final var sheet = new NodeSheet(ThresholdNodeFactory.class, "N", "i.png", "genes < 5", "x",
            new Version(1, 0, 0),
            Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        final var e = assertThrows(IllegalArgumentException.class, sheet::toXml);
        assertTrue(e.getMessage().contains("genes < 5"), e.getMessage());
    }

    @Test
    void theTypeFollowsFromThePortsIfNotDeclared() {
        assertEquals(NodeType.Manipulator, NodeSheet.of(new DropColumnNodeFactory()).type());
        final var source = new NodeSheet(ThresholdNodeFactory.class, "N", "i.png", "s", "f", new Version(1, 0, 0),
            Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        assertEquals(NodeType.Source, source.type());
    }

    @Test
    void portNamesMustBeUniqueOverInputsAndOutputs() {
        final var stage = DefaultNode.create().name("N").icon("i.png").shortDescription("s").fullDescription("f")
            .sinceVersion(1, 0, 0);
        final var e = assertThrows(IllegalArgumentException.class,
            () -> stage.ports(p -> p.addInputTable("Table", "in").addOutputTable("Table", "out")));
        assertTrue(e.getMessage().contains("'Table'"), e.getMessage());
    }

    @Test
    void groupsOfPortsAreDescribed() {
        final var groups = PortGroups.of(p -> p
            .addInputPortGroup("a", g -> g.name("A").description("da").optional()
                .supportedTypes(BufferedDataTable.TYPE))
            .addInputPortGroup("b", g -> g.name("B").description("db").extendable()
                .supportedTypes(BufferedDataTable.TYPE).fixedTypes(BufferedDataTable.TYPE)));
        assertEquals(Mode.OPTIONAL, groups.get(0).mode());
        assertEquals(List.of(BufferedDataTable.TYPE), groups.get(1).fixed());
    }
}
