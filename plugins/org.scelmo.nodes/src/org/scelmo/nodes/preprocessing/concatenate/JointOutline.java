package org.scelmo.nodes.preprocessing.concatenate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.ColumnOutline;

/** What is known of joined data before they are joined: the same work on data that have no cells and genes yet. */
final class JointOutline {

    private JointOutline() {
    }

    /** @return data of this form without cells and genes */
    static AnnData empty(final AnnDataOutline outline) {
        AnnData data = AnnData.of(outline.hasExpression() ? matrix() : null, frame(outline.obs()),
            frame(outline.var()));
        for (final var layer : outline.layers()) {
            data = data.withLayer(layer, matrix());
        }
        for (final var embedding : outline.obsm().entrySet()) {
            data = data.withObsm(embedding.getKey(), DenseMatrix.of(new float[0][], embedding.getValue()));
        }
        return data;
    }

    private static RowBlocks matrix() {
        return RowBlocks.of(CsrMatrix.wrap(0, 0, new long[1], new int[0], new float[0]));
    }

    private static Frame frame(final List<ColumnOutline> outlines) {
        final Map<String, Column> columns = new LinkedHashMap<>();
        outlines.forEach(outline -> columns.put(outline.name(), switch (outline.kind()) {
            case STRING -> new StringColumn(new String[0]);
            case CATEGORICAL -> new CategoricalColumn(new int[0], outline.categories(), false);
            case INTEGER -> new IntegerColumn(new long[0], null);
            case REAL -> new RealColumn(new double[0]);
            case BOOLEAN -> new BooleanColumn(new boolean[0], null);
        }));
        return new Frame(new String[0], columns);
    }

    /**
     * @param joined data without cells and genes that were joined
     * @param outlines of the data
     * @param notes how the joined data come about
     * @return the outline; annotations of genes that turn out to differ are in it nevertheless
     */
    static AnnDataOutline of(final AnnData joined, final List<AnnDataOutline> outlines, final List<String> notes) {
        final boolean isKnown = outlines.stream().noneMatch(o -> o.cells() == AnnDataOutline.UNKNOWN);
        final long cells =
            isKnown ? outlines.stream().mapToLong(AnnDataOutline::cells).sum() : AnnDataOutline.UNKNOWN;
        final var form = AnnDataOutline.of(joined, notes);
        return new AnnDataOutline(cells, AnnDataOutline.UNKNOWN, form.hasExpression(), form.obs(), form.var(),
            form.layers(), form.obsm(), form.notes());
    }
}
