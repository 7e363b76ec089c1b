package org.scelmo.core.io.h5ad;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.Progress;

/**
 * Single-cell data in a file of any format, told and delivered as AnnData. What was read from it works until it is
 * closed.
 */
public interface AnnDataSource extends Closeable {

    /**
     * @return what the source holds
     * @throws IOException if it cannot be read
     * @throws org.scelmo.core.ScelmoException if it is damaged
     */
    H5adSummary summary() throws IOException;

    /** @return name of the format, with the usual end of file names */
    String format();

    /** @return whether {@link #summary()} needs only a glance; where it does not, all data must be read for it */
    default boolean isSummaryQuick() {
        return true;
    }

    /**
     * Tells where the matrices stand that {@link #read} would deliver, for those who read them from the file later.
     *
     * @param selection what would be read
     * @return places by name: {@code X}, {@code layers/…}; empty if the format has no matrices that can be read in
     *         place
     * @throws IOException if the source cannot be read
     * @throws org.scelmo.core.ScelmoException if it is damaged, has not what is selected, or X is not stored by rows
     */
    default Optional<Map<String, MatrixInPlace.Place>> inPlace(final Selection selection) throws IOException {
        return Optional.empty();
    }

    /**
     * Reads annotations now and prepares the matrices for streaming.
     *
     * @param selection what to read
     * @param progress told about longer work
     * @return the data, and notes about what was left out
     * @throws IOException if the source cannot be read
     * @throws org.scelmo.core.ScelmoException if it is damaged, or has not what is selected
     */
    H5adContent read(Selection selection, Progress progress) throws IOException;
}
