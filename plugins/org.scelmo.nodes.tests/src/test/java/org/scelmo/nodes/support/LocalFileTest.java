package org.scelmo.nodes.support;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;

class LocalFileTest {

    @Test
    void noFileIsChosenWithoutAPath() {
        assertFalse(LocalFile.isChosen(null));
        assertFalse(LocalFile.isChosen(new FileSelection()));
        assertFalse(LocalFile.isChosen(new FileSelection(FSLocation.NULL)), "as a workflow variable may hold it");
        assertTrue(LocalFile.isChosen(new FileSelection(new FSLocation(FSCategory.LOCAL, "cells.h5ad"))));
    }
}
