package org.scelmo.core.io.h5ad;

import java.util.List;

import org.scelmo.core.anndata.AnnData;

/**
 * What was read.
 *
 * @param data the data; its matrices read from the file when asked, so the file must stay open
 * @param notes sentences about what was left out or is odd, for the user; empty if nothing
 */
public record H5adContent(AnnData data, List<String> notes) {

    public H5adContent {
        notes = List.copyOf(notes);
    }
}
