package org.scelmo.nodes.io.anndatareader;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scelmo.core.ScelmoException;
import org.scelmo.core.io.h5ad.AnnDataSource;
import org.scelmo.core.io.h5ad.MatrixInPlace.Place;
import org.scelmo.core.io.store.StorePart;
import org.scelmo.nodes.support.LocalFile;

/** What of a file can stay in it. */
final class Links {

    private static final String IMPORT = "Choose 'Import into the workflow' in the dialog.";

    private Links() {
    }

    /**
     * @param source the open file
     * @param file where it lies
     * @param parameters which matrix becomes X, and whether layers come along
     * @return where the matrices stand in the file, by the names of the parts
     * @throws IOException if the file cannot be read
     * @throws ScelmoException if the file or a matrix cannot be read in place
     */
    static Map<String, Place> places(final AnnDataSource source, final LocalFile file,
        final AnnDataReaderParameters parameters) throws IOException {
        final var selection = parameters.selection();
        final var places = source.inPlace(parameters.m_keepLayers ? selection : selection.withoutExtras());
        return new LinkedHashMap<>(places.filter(p -> p.containsKey(StorePart.X))
            .orElseThrow(() -> new ScelmoException(
                "'%s' has no matrix that can be read in place: only X, raw and layers of .h5ad and .h5mu files can."
                    .formatted(file.name()), IMPORT)));
    }
}
