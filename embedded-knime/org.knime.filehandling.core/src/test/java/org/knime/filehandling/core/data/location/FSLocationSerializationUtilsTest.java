package org.knime.filehandling.core.data.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;

class FSLocationSerializationUtilsTest {

    private static NodeSettings save(final FSLocation location) {
        final var settings = new NodeSettings("path");
        FSLocationSerializationUtils.saveFSLocation(location, settings);
        return settings;
    }

    @Test
    void locationsComeBackAsTheyWere() throws Exception {
        for (final var location : new FSLocation[]{new FSLocation(FSCategory.LOCAL, "/a"),
            new FSLocation(FSCategory.RELATIVE, "knime.workflow", "../b"),
            new FSLocation(FSCategory.CUSTOM_URL, "1000", "knime://LOCAL/c")}) {
            final var settings = save(location);
            assertEquals(location, FSLocationSerializationUtils.loadFSLocation(settings));
            assertTrue(FSLocationSerializationUtils.isFSLocation(settings));
        }
        assertSame(FSLocation.NULL, FSLocationSerializationUtils.loadFSLocation(save(FSLocation.NULL)));
    }

    @Test
    void anythingElseIsNoLocation() {
        final var settings = save(new FSLocation(FSCategory.LOCAL, "/a"));
        settings.addString("more", "x");
        assertFalse(FSLocationSerializationUtils.isFSLocation(settings));
        assertFalse(FSLocationSerializationUtils.isFSLocation(new NodeSettings("empty")));
        assertThrows(InvalidSettingsException.class,
            () -> FSLocationSerializationUtils.loadFSLocation(new NodeSettings("empty")));
    }
}
