package org.scelmo.core.io.h5ad;

import java.util.List;

import org.scelmo.core.anndata.AnnData;

/**
 * What was read.
 *
 * @param data the data; its matrices read from the file when asked, so the file must stay open
 * @param notes sentences that a user should be warned with: what is odd, or was expected and left out
 * @param leftOut sentences about what this model of the data has no place for, as in almost every file
 */
public record H5adContent(AnnData data, List<String> notes, List<String> leftOut) {

    public H5adContent {
        notes = List.copyOf(notes);
        leftOut = List.copyOf(leftOut);
    }
}
