package org.knime.core.node.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Variables, and settings that they overwrite. */
class FlowVariableTest {

    private static final List<FlowVariable> ALL = List.of(new FlowVariable("s", "text"), new FlowVariable("d", 0.5),
        new FlowVariable("i", 3), new FlowVariable("l", VariableType.LongType.INSTANCE, 1L << 40),
        new FlowVariable("b", VariableType.BooleanType.INSTANCE, true),
        new FlowVariable("a", VariableType.StringArrayType.INSTANCE, new String[]{"x", "y"}));

    @Test
    void surviveSettings() throws InvalidSettingsException {
        for (final var variable : ALL) {
            final var settings = new NodeSettings("variable");
            variable.save(settings);
            assertEquals(variable, FlowVariable.load(settings));
        }
        final var settings = new NodeSettings("variable");
        settings.addString("name", "x");
        settings.addString("class", "FSLocation");
        assertThrows(InvalidSettingsException.class, () -> FlowVariable.load(settings));
    }

    @Test
    void areReadAsTheirOwnTypeOrAWiderOne() {
        assertEquals("3", ALL.get(2).getValue(VariableType.StringType.INSTANCE));
        assertEquals(3.0, ALL.get(2).getValue(VariableType.DoubleType.INSTANCE));
        final var text = ALL.get(0);
        assertThrows(IllegalArgumentException.class, () -> text.getValue(VariableType.IntType.INSTANCE));
    }

    @Test
    void overwriteSettingsThatKeepTheirType() throws Exception {
        final var settings = new NodeSettings("model");
        settings.addString("path", "old");
        settings.addInt("k", 1);
        settings.addDouble("resolution", 1);
        settings.addBoolean("flag", false);
        settings.addStringArray("genes", "old");
        VariableTypeRegistry.overwriteWithVariable(settings, "path", new FlowVariable("v", "new"));
        VariableTypeRegistry.overwriteWithVariable(settings, "k", new FlowVariable("v", 15));
        VariableTypeRegistry.overwriteWithVariable(settings, "resolution", new FlowVariable("v", 2));
        VariableTypeRegistry.overwriteWithVariable(settings, "flag", new FlowVariable("v", "true"));
        VariableTypeRegistry.overwriteWithVariable(settings, "genes", ALL.get(5));
        assertEquals("new", settings.getString("path"));
        assertEquals(15, settings.getInt("k"));
        assertEquals(2.0, settings.getDouble("resolution"));
        assertEquals(true, settings.getBoolean("flag"));
        assertArrayEquals(new String[]{"x", "y"}, settings.getStringArray("genes"));
        VariableTypeRegistry.overwriteWithVariable(settings, "genes", new FlowVariable("v", 7));
        assertArrayEquals(new String[]{"7"}, settings.getStringArray("genes"));
    }

    @Test
    void doNotOverwriteWhatTheyDoNotFit() {
        final var settings = new NodeSettings("model");
        settings.addInt("k", 1);
        settings.addBoolean("flag", true);
        settings.addByte("small", (byte)1);
        settings.addNodeSettings("group");
        for (final var value : List.of(new FlowVariable("v", 1.0), new FlowVariable("v", "5"))) {
            assertThrows(VariableType.InvalidConfigEntryException.class,
                () -> VariableTypeRegistry.overwriteWithVariable(settings, "k", value));
        }
        final var text = new FlowVariable("v", "x");
        assertThrows(VariableType.InvalidConfigEntryException.class,
            () -> VariableTypeRegistry.overwriteWithVariable(settings, "group", text));
        assertThrows(VariableType.InvalidConfigEntryException.class,
            () -> VariableTypeRegistry.overwriteWithVariable(settings, "flag", text));
        final var large = new FlowVariable("v", 1000);
        assertThrows(VariableType.InvalidConfigEntryException.class,
            () -> VariableTypeRegistry.overwriteWithVariable(settings, "small", large));
        assertThrows(InvalidSettingsException.class,
            () -> VariableTypeRegistry.overwriteWithVariable(settings, "absent", text));
    }

    @Test
    void knowWhichSettingsTheyCanOverwrite() {
        final var settings = new NodeSettings("model");
        settings.addDouble("resolution", 1);
        assertEquals(List.of("DOUBLE", "INTEGER", "LONG"), Arrays.stream(VariableTypeRegistry.getInstance()
            .getOverwritingTypes(settings, "resolution")).map(VariableType::getIdentifier).toList());
    }
}
