package org.scelmo.nodes.io.anndatareader;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.scelmo.core.io.AnnDataReader;
import org.scelmo.core.io.h5ad.H5adSummary;
import org.scelmo.core.io.h5ad.H5adSummary.Annotation;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;
import org.scelmo.nodes.support.LocalFile;

/** What can be told of a file before it is read. */
final class SourceOutlines {

    private SourceOutlines() {
    }

    /**
     * @return what the reader will deliver, the genes' annotations excepted if it delivers raw or an embedding; empty
     *         if that would take as long as reading
     * @throws IOException if the file cannot be read
     */
    static Optional<AnnDataOutline> of(final AnnDataReaderParameters parameters) throws IOException {
        try (var file = LocalFile.open(parameters.m_file);
                var source = AnnDataReader.open(file.path(), parameters.choices())) {
            return source.isSummaryQuick() ? Optional.of(outline(source.summary(), parameters)) : Optional.empty();
        }
    }

    private static AnnDataOutline outline(final H5adSummary summary, final AnnDataReaderParameters parameters) {
        final var layers = parameters.m_keepLayers ? List.copyOf(summary.layers().keySet()) : List.<String>of();
        return new AnnDataOutline(summary.cells(), summary.genes(), summary.x().isPresent(), columns(summary.obs()),
            columns(summary.var()), layers, summary.obsm(), summary.varm(), summary.obsp(), List.of());
    }

    private static List<ColumnOutline> columns(final List<Annotation> annotations) {
        return annotations.stream().filter(a -> a.kind() != H5adSummary.Kind.UNKNOWN)
            .map(a -> new ColumnOutline(a.name(), kind(a.kind()), List.of())).toList();
    }

    private static Kind kind(final H5adSummary.Kind kind) {
        return switch (kind) {
            case CATEGORICAL -> Kind.CATEGORICAL;
            case INTEGER -> Kind.INTEGER;
            case REAL -> Kind.REAL;
            case BOOLEAN -> Kind.BOOLEAN;
            case TEXT, UNKNOWN -> Kind.STRING;
        };
    }
}
