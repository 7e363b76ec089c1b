package org.scelmo.embedded.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

class ParametersIOTest {

    enum Color {
            RED, GREEN
    }

    static final class Group implements WidgetGroup, Persistable {
        int m_size = 3;

        String m_name = "n";

        Group() {
        }

        Group(final int size, final String name) {
            m_size = size;
            m_name = name;
        }
    }

    static final class Plain implements NodeParameters {
        static int s_ignored = 1;

        private int m_secret = 7;

        int m_int = 1;

        long m_long = 2;

        double m_double = 0.5;

        boolean m_flag = true;

        String m_text;

        String[] m_texts = {"a", "b"};

        Color m_color = Color.GREEN;

        int secret() {
            return m_secret;
        }
    }

    static final class Nested implements NodeParameters {
        Group m_group = new Group(4, "g");

        Group[] m_groups = {new Group(1, "x"), new Group(2, "y")};

        List<Group> m_list = List.of(new Group(9, "z"));
    }

    static final class Optionals implements NodeParameters {
        Optional<Long> m_seed = Optional.empty();

        Optional<String> m_text = Optional.of("t");

        Optional<Color> m_color = Optional.empty();
    }

    static final class Keys implements NodeParameters {
        @Persist(configKey = "renamed")
        int m_a = 1;

        @Persist(hidden = true)
        int m_b = 2;
    }

    static final class Files implements NodeParameters {
        FileSelection m_file = new FileSelection(new FSLocation(FSCategory.RELATIVE, "knime.workflow", "../x.h5ad"));

        FileSelection m_none = new FileSelection();
    }

    private static NodeSettings save(final NodeParameters parameters) {
        final var settings = new NodeSettings("model");
        ParametersIO.save(parameters, settings);
        return settings;
    }

    @Test
    void plainFieldsAreEntriesOfTheirNameWithoutPrefix() throws Exception {
        final var settings = save(new Plain());
        assertEquals(Set.of("int", "long", "double", "flag", "text", "texts", "color"), settings.keySet());
        assertEquals("GREEN", settings.getString("color"));
        assertEquals(7, new Plain().secret());
    }

    @Test
    void plainFieldsComeBackAsTheyWere() throws Exception {
        final var parameters = new Plain();
        parameters.m_int = -5;
        parameters.m_long = Long.MAX_VALUE;
        parameters.m_double = Math.PI;
        parameters.m_flag = false;
        parameters.m_text = "käse";
        parameters.m_texts = new String[]{"", "x\ny"};
        parameters.m_color = Color.RED;
        final var loaded = ParametersIO.load(Plain.class, save(parameters));
        assertEquals(-5, loaded.m_int);
        assertEquals(Long.MAX_VALUE, loaded.m_long);
        assertEquals(Math.PI, loaded.m_double);
        assertFalse(loaded.m_flag);
        assertEquals("käse", loaded.m_text);
        assertArrayEquals(new String[]{"", "x\ny"}, loaded.m_texts);
        assertEquals(Color.RED, loaded.m_color);
    }

    @Test
    void groupsAreConfigsAndArraysAreNumberedConfigs() throws Exception {
        final var settings = save(new Nested());
        assertEquals(4, settings.getNodeSettings("group").getInt("size"));
        assertEquals("y", settings.getNodeSettings("groups").getNodeSettings("1").getString("name"));
        final var loaded = ParametersIO.load(Nested.class, settings);
        assertEquals(4, loaded.m_group.m_size);
        assertEquals(2, loaded.m_groups.length);
        assertEquals("x", loaded.m_groups[0].m_name);
        assertEquals(9, loaded.m_list.get(0).m_size);
    }

    @Test
    void anAbsentOptionalIsAStandInAndAFlag() throws Exception {
        final var settings = save(new Optionals());
        assertEquals(0L, settings.getLong("seed"));
        assertFalse(settings.getBoolean("seed_is_present"));
        assertEquals("t", settings.getString("text"));
        assertTrue(settings.getBoolean("text_is_present"));
        final var loaded = ParametersIO.load(Optionals.class, settings);
        assertEquals(Optional.empty(), loaded.m_seed);
        assertEquals(Optional.of("t"), loaded.m_text);
        assertEquals(Optional.empty(), loaded.m_color);
    }

    @Test
    void anOptionalWithoutFlagIsPresent() throws Exception {
        final var settings = new NodeSettings("model");
        settings.addLong("seed", 5);
        settings.addString("text", "x");
        settings.addString("color", "RED");
        assertEquals(Optional.of(5L), ParametersIO.load(Optionals.class, settings).m_seed);
    }

    @Test
    void persistRenamesAndHidesKeys() throws Exception {
        assertEquals(Set.of("renamed", "b_Internals"), save(new Keys()).keySet());
    }

    @Test
    void aFileSelectionHoldsItsLocationInAConfigPath() throws Exception {
        final var settings = save(new Files());
        final var path = settings.getNodeSettings("file").getNodeSettings("path");
        assertEquals(Set.of("location_present", "file_system_type", "file_system_specifier", "path"), path.keySet());
        assertEquals("RELATIVE", path.getString("file_system_type"));
        assertEquals("knime.workflow", path.getString("file_system_specifier"));
        assertEquals("../x.h5ad", path.getString("path"));
        assertEquals(Set.of("location_present", "file_system_type", "path"),
            settings.getNodeSettings("none").getNodeSettings("path").keySet());
        assertEquals(new Files().m_file, ParametersIO.load(Files.class, settings).m_file);
    }

    @Test
    void anUnknownConstantIsRefusedNamingTheAllowedOnes() {
        final var settings = save(new Plain());
        settings.addString("color", "BLUE");
        final var e = assertThrows(InvalidSettingsException.class, () -> ParametersIO.load(Plain.class, settings));
        assertEquals("Invalid value 'BLUE'. Possible values: RED, GREEN", e.getMessage());
    }

    @Test
    void aMissingKeyIsRefusedByName() {
        final var e = assertThrows(InvalidSettingsException.class,
            () -> ParametersIO.load(Keys.class, new NodeSettings("model")));
        assertTrue(e.getMessage().contains("renamed"), e.getMessage());
    }

    static final class Unsupported implements NodeParameters {
        Thread m_thread;
    }

    @Test
    void aTypeThatCannotBeStoredIsRefusedNamingTheField() {
        final var e = assertThrows(IllegalArgumentException.class, () -> save(new Unsupported()));
        assertTrue(e.getMessage().contains("m_thread"), e.getMessage());
    }
}
