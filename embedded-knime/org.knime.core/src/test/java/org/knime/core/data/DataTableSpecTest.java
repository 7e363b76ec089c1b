package org.knime.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Columns and types of tables. */
class DataTableSpecTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"cell", "score"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE});

    @Test
    void refusesTwoColumnsOfOneName() {
        final var e = assertThrows(IllegalArgumentException.class, () -> new DataTableSpec(SPEC, SPEC));
        assertEquals("Duplicate column name \"cell\" at positions 0 and 2.", e.getMessage());
    }

    @Test
    void findsColumnsAndUniqueNames() {
        assertEquals(1, SPEC.findColumnIndex("score"));
        assertEquals(-1, SPEC.findColumnIndex("Score"));
        assertEquals("score (#1)", DataTableSpec.getUniqueColumnName(SPEC, "score"));
        assertEquals("new", DataTableSpec.getUniqueColumnName(SPEC, " new "));
        assertTrue(SPEC.containsCompatibleType(NominalValue.class));
    }

    @Test
    void domainsDoNotCountForStructure() {
        final var creator = new DataColumnSpecCreator(SPEC.getColumnSpec(1));
        creator.setDomain(new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain());
        final var other = new DataTableSpecCreator(SPEC).replaceColumn(1, creator.createSpec()).createSpec();
        assertTrue(SPEC.equalStructure(other));
        assertNotEquals(SPEC, other);
        assertEquals(SPEC, new DataTableSpecCreator(other).dropAllDomains().createSpec());
    }

    @Test
    void narrowerTypesAreCompatibleWithWiderOnes() {
        final var integers = new DataTableSpec(new String[]{"cell", "score"},
            new DataType[]{StringCell.TYPE, IntCell.TYPE});
        assertTrue(integers.isCompatibleWith(SPEC));
        assertFalse(SPEC.isCompatibleWith(integers));
    }

    @Test
    void commonTypesAreThoseOfTheSharedValues() {
        assertEquals(DoubleCell.TYPE, DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE));
        assertEquals(LongCell.TYPE, DataType.getCommonSuperType(LongCell.TYPE, IntCell.TYPE));
        assertEquals(StringCell.TYPE,
            DataType.getCommonSuperType(StringCell.TYPE, DataType.getMissingCell().getType()));
        final var mixed = DataType.getCommonSuperType(StringCell.TYPE, DoubleCell.TYPE);
        assertEquals(List.of(DataValue.class), mixed.getValueClasses());
        assertTrue(mixed.isASuperTypeOf(BooleanCell.TYPE));
        final var lists = DataType.getCommonSuperType(ListCell.getCollectionType(IntCell.TYPE),
            ListCell.getCollectionType(DoubleCell.TYPE));
        assertEquals(DoubleCell.TYPE, lists.getCollectionElementType());
    }

    @Test
    void typesAreNamedAsUsersKnowThem() {
        assertEquals("String", StringCell.TYPE.getName());
        assertEquals("Number (Float)", DoubleCell.TYPE.getName());
        assertEquals("List (Collection of: Number (Integer))",
            ListCell.getCollectionType(IntCell.TYPE).toPrettyString());
    }

    @Test
    void typesWithoutACellClassSurviveSettings() throws InvalidSettingsException {
        final var type = DataType.getCommonSuperType(StringCell.TYPE, BooleanCell.TYPE);
        final var settings = new NodeSettings("type");
        type.save(settings);
        assertEquals(type, DataType.load(settings));
    }

    @Test
    void valuesAreOrderedAndMissingOnesComeFirst() {
        final var cells = new ArrayList<DataCell>(List.of(new DoubleCell(10), DataType.getMissingCell(),
            new DoubleCell(9)));
        cells.sort(DoubleCell.TYPE.getComparator());
        assertEquals(List.of(DataType.getMissingCell(), new DoubleCell(9), new DoubleCell(10)), cells);
    }

    @Test
    void coloursAreKeptThoughNobodyLooksAtThem() throws InvalidSettingsException {
        final var settings = new NodeSettings("column");
        SPEC.getColumnSpec(0).save(settings);
        settings.addNodeSettings("color_handler").addString("color_model_class", "com.example.ColorModel");
        settings.addNodeSettings("meta_data").addInt("version", 3);
        final var renamed = new DataColumnSpecCreator(DataColumnSpec.load(settings));
        final var copy = new NodeSettings("copy");
        renamed.createSpec().save(copy);
        assertTrue(settings.hasIdenticalValue(copy), copy.toString());
        renamed.removeAllHandlers();
        final var plain = new NodeSettings("plain");
        renamed.createSpec().save(plain);
        assertFalse(plain.containsKey("color_handler"));
    }

    @Test
    void specsSavedByKnimeAreWrittenBackAsTheyAre() throws IOException, InvalidSettingsException {
        final var shared = Path.of(System.getProperty("scelmo.shared", "../shared"), "spec");
        assumeTrue(Files.isDirectory(shared), "the reference data folder is not there");
        var count = 0;
        try (var files = Files.walk(shared)) {
            for (final var file : files.filter(f -> f.endsWith("spec.xml")).toList()) {
                final var settings = (NodeSettings)NodeSettings.loadFromXML(Files.newInputStream(file));
                final var copy = new NodeSettings("copy");
                DataTableSpec.load(settings).save(copy);
                assertTrue(settings.hasIdenticalValue(copy), file.toString());
                count++;
            }
        }
        assertTrue(count >= 6, "specs read: " + count);
    }
}
