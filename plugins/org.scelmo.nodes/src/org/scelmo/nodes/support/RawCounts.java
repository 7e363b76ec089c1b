package org.scelmo.nodes.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.preprocess.NormalizationCheck;
import org.scelmo.core.preprocess.UnfitExpressionException;

/** Warns who forgot to normalize: results from counts look right and are not. */
public final class RawCounts {

    private static final int CELLS = 200;
    /** Panels of proteins, which are used as they are, have fewer. */
    private static final int GENES = 1000;

    private RawCounts() {
    }

    /**
     * @param x expression, of which the first cells are looked at
     * @param warnings told if they are whole numbers, and of more genes than any panel of proteins has
     * @throws IOException if X cannot be read
     */
    public static void warn(final RowBlocks x, final Warnings warnings) throws IOException {
        if (x.columns() >= GENES && check(x).filter(c -> c.state() == NormalizationCheck.State.COUNTS).isPresent()) {
            warnings.add("X looks like counts, but log-normalized values are expected: otherwise a cell's few "
                + "strongest genes decide. Put a Normalize Counts node before this one.");
        }
    }

    /**
     * @param data that become one, of which the first cells are looked at
     * @param names of the data
     * @param warnings told if X of some are counts and of others normalized
     * @throws IOException if X cannot be read
     */
    public static void warnOfMixture(final List<AnnData> data, final List<String> names, final Warnings warnings)
        throws IOException {
        final var counts = new ArrayList<String>();
        final var normalized = new ArrayList<String>();
        for (int i = 0; i < data.size(); i++) {
            final var check = data.get(i).x().isPresent() ? check(data.get(i).x().get())
                : Optional.<NormalizationCheck> empty();
            if (check.isPresent()) {
                (check.get().isNormalized() ? normalized : counts).add(names.get(i));
            }
        }
        if (!counts.isEmpty() && !normalized.isEmpty()) {
            warnings.add("X looks like counts in %s, but normalized in %s; such cells cannot be compared. Join counts, "
                + "and normalize them afterwards.", Warnings.examples(counts), Warnings.examples(normalized));
        }
    }

    /** @return what the first cells look like; empty if they tell nothing */
    private static Optional<NormalizationCheck> check(final RowBlocks x) throws IOException {
        if (x.rows() == 0) {
            return Optional.empty();
        }
        final var first = IntStream.range(0, (int)Math.min(CELLS, x.rows())).toArray();
        try {
            return Optional.of(NormalizationCheck.of(
                new SelectedBlocks(x, first, IntStream.range(0, x.columns()).toArray()), Progress.NONE));
        } catch (final UnfitExpressionException | NonFiniteValueException e) { // NOSONAR negative values are no counts
            return Optional.empty(); // and nodes that cannot do with a NaN name its cell and gene themselves
        }
    }
}
