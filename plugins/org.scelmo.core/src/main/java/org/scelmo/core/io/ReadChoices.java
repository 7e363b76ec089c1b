package org.scelmo.core.io;

import org.scelmo.core.io.tenx.TenxChoice;
import org.scelmo.core.io.text.Orientation;

/**
 * What to choose where a format leaves a choice; each is ignored by formats that do not.
 *
 * @param features genome and feature type in data of 10x Genomics
 * @param modality name of a modality in {@code .h5mu}; null or empty for rna, or the only one
 * @param orientation what the rows of a table of text are
 */
public record ReadChoices(TenxChoice features, String modality, Orientation orientation) {

    /** What most users mean. */
    public static final ReadChoices DEFAULT = new ReadChoices(TenxChoice.DEFAULT, "", Orientation.AUTO);
}
