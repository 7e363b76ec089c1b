package org.scelmo.embedded.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.embedded.core.Tables;

class DefaultNodeTest {

    private static final DataTableSpec NUMBERS = new DataTableSpec(new String[]{"name", "x", "y"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE});

    private static final DataTableSpec TEXTS = new DataTableSpec(new String[]{"name"}, new DataType[]{StringCell.TYPE});

    private static BufferedDataTable table() {
        return Tables.of(NUMBERS, new DataCell[]{new StringCell("a"), new DoubleCell(1), new DoubleCell(2)});
    }

    private static NodeSettings settings(final NodeHost node) {
        final var settings = new NodeSettings("model");
        node.saveSettings(settings);
        return settings;
    }

    @Test
    void configuresExecutesAndKeepsInternalData() throws Exception {
        try (var node = NodeHost.create(new ThresholdNodeFactory())) {
            assertTrue(node.configure(NUMBERS), () -> node.message().toString());
            assertEquals(NUMBERS, node.outputSpec(0));
            final var table = table();
            assertTrue(node.execute(table), () -> node.message().toString());
            assertEquals(1, ((BufferedDataTable)node.output(0)).size());
            assertEquals(1, node.internals().length);
            node.reset();
            assertNull(node.internals());
        }
    }

    @Test
    void guessesOnceAtTheFirstConfiguration() throws Exception {
        try (var node = NodeHost.create(new ThresholdNodeFactory())) {
            assertNull(settings(node).getString("column"));
            assertFalse(node.configure(TEXTS));
            assertTrue(node.message().getMessage().contains("'null' is missing"), node.message().getMessage());
            assertFalse(node.configure(NUMBERS), "parameters made for the first input are kept");
        }
        try (var node = NodeHost.create(new ThresholdNodeFactory())) {
            assertTrue(node.configure(NUMBERS));
            assertEquals("x", settings(node).getString("column"));
        }
    }

    @Test
    void savingBeforeTheFirstConfigurationDoesNotSpoilTheGuess() throws Exception {
        try (var node = NodeHost.create(new ThresholdNodeFactory())) {
            settings(node);
            assertTrue(node.configure(NUMBERS));
        }
    }

    @Test
    void loadedSettingsReplaceTheGuess() throws Exception {
        try (var node = NodeHost.create(new ThresholdNodeFactory())) {
            node.configure(NUMBERS);
            final var settings = settings(node);
            settings.addString("column", "y");
            settings.addString("report", "warn");
            node.loadSettings(settings);
            assertTrue(node.configure(NUMBERS));
            assertEquals("y", settings(node).getString("column"));
            assertTrue(node.execute(table()));
            assertEquals("As you wish", node.message().getMessage());
        }
    }

    @Test
    void invalidSettingsAreRefusedAndLeaveTheNodeAsItWas() throws Exception {
        try (var node = NodeHost.create(new ThresholdNodeFactory())) {
            node.configure(NUMBERS);
            final var settings = settings(node);
            settings.addDouble("limit", -1);
            settings.addBoolean("limit_is_present", true);
            final var e = assertThrows(InvalidSettingsException.class, () -> node.loadSettings(settings));
            assertEquals("The limit must not be negative.", e.getMessage());
            assertFalse(settings(node).getBoolean("limit_is_present"));
        }
    }

    @Test
    void missingKeysAreRefusedSoThatDefaultsRemain() throws Exception {
        try (var node = NodeHost.create(new ThresholdNodeFactory())) {
            assertThrows(InvalidSettingsException.class, () -> node.loadSettings(new NodeSettings("model")));
            assertTrue(node.configure(NUMBERS), "the node runs with its defaults");
        }
    }

    @Test
    void aFailureOfExecuteBecomesTheNodesMessage() throws Exception {
        try (var node = NodeHost.create(new ThresholdNodeFactory())) {
            assertTrue(node.configure(NUMBERS));
            assertFalse(node.execute(Tables.of(NUMBERS)));
            assertTrue(node.message().getMessage().contains("The table is empty."), node.message().getMessage());
        }
    }

    @Test
    void rearrangesColumns() throws Exception {
        try (var node = NodeHost.create(new DropColumnNodeFactory())) {
            assertTrue(node.configure(NUMBERS), () -> node.message().toString());
            assertArrayEquals(new String[]{"x", "y"}, ((DataTableSpec)node.outputSpec(0)).getColumnNames());
            assertTrue(node.execute(table()), () -> node.message().toString());
            final var out = (BufferedDataTable)node.output(0);
            assertArrayEquals(new String[]{"x", "y"}, out.getDataTableSpec().getColumnNames());
            assertEquals(1, out.size());
        }
    }

    @Test
    void aNodeWithoutParametersHasNoDialogAndNoSettings() throws Exception {
        final var factory = new DropColumnNodeFactory();
        assertFalse(factory.hasNodeDialog());
        try (var node = NodeHost.create(factory)) {
            assertTrue(settings(node).keySet().isEmpty());
            node.loadSettings(new NodeSettings("model"));
            assertSame(factory, node.factory());
        }
    }
}
