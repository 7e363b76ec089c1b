package org.knime.filehandling.core.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FSLocationUtilTest {

    @Test
    void urlsBecomeLocationsOfTheirCategory() {
        assertEquals(new FSLocation(FSCategory.RELATIVE, "knime.workflow", "../a b"),
            FSLocationUtil.createFromURL("knime://knime.workflow/../a b"));
        assertEquals(new FSLocation(FSCategory.RELATIVE, "knime.workflow", "."),
            FSLocationUtil.createFromURL("knime://knime.workflow"));
        assertEquals(new FSLocation(FSCategory.MOUNTPOINT, "LOCAL", "/x/y"),
            FSLocationUtil.createFromURL("knime://LOCAL/x/y"));
        assertEquals(new FSLocation(FSCategory.CUSTOM_URL, "1000", "https://example.org/a b"),
            FSLocationUtil.createFromURL("https://example.org/a b"));
        assertEquals(FSCategory.LOCAL, FSLocationUtil.createFromURL("file:/tmp/x").getFSCategory());
    }

    @Test
    void whatIsNoUrlIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FSLocationUtil.createFromURL(" "));
        assertThrows(IllegalArgumentException.class, () -> FSLocationUtil.createFromURL("/plain/path"));
        assertThrows(IllegalArgumentException.class, () -> FSLocationUtil.createFromURL("knime:/x"));
        assertThrows(IllegalArgumentException.class, () -> FSLocationUtil.createFromURL("http://[bad"));
    }
}
