package org.scelmo.nodes.io.anndatareader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.scelmo.core.io.AnnDataReader;
import org.scelmo.core.io.h5ad.H5adSummary;
import org.scelmo.core.io.h5ad.H5adSummary.Annotation;
import org.scelmo.nodes.io.anndatareader.AnnDataReaderParameters.FileRef;
import org.scelmo.nodes.support.LocalFile;

/** Tells in the dialog what the chosen file holds. */
final class FileSummary implements StateProvider<Optional<Message>> {

    private static final int SHOWN = 12;

    private Supplier<FileSelection> m_file;

    @Override
    public void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
        m_file = initializer.computeFromValueSupplier(FileRef.class);
    }

    @Override
    public Optional<Message> computeState(final NodeParametersInput input) {
        final var selection = m_file.get();
        if (!LocalFile.isChosen(selection)) {
            return Optional.empty();
        }
        try {
            return LocalFile.isNear(selection) ? read(selection) : Optional.empty();
        } catch (final IOException | RuntimeException e) { // NOSONAR the dialog must open whatever the file is
            return Optional.of(new Message("The file cannot be read", e.getMessage(), MessageType.WARNING));
        }
    }

    private static Optional<Message> read(final FileSelection selection) throws IOException {
        try (var file = LocalFile.open(selection); var source = AnnDataReader.open(file.path())) {
            return source.isSummaryQuick() ? Optional.of(message(source.summary())) : Optional.empty();
        }
    }

    private static Message message(final H5adSummary summary) {
        final var parts = new ArrayList<String>();
        parts.add("X: " + summary.x().map(FileSummary::matrix).orElse("none"));
        parts.add("Raw: " + summary.raw().map(FileSummary::matrix).orElse("none"));
        parts.add("Layers: " + list(summary.layers().keySet().stream()));
        parts.add("Embeddings: " + list(summary.obsm().entrySet().stream().map(e -> e.getKey() + " (" + e.getValue()
            + ")")));
        parts.add("Annotations of cells: " + names(summary.obs()));
        parts.add("Annotations of genes: " + names(summary.var()));
        return new Message(
            String.format(Locale.ROOT, "%,d cells × %,d genes", summary.cells(), summary.genes()),
            String.join(". ", parts) + ".", MessageType.INFO);
    }

    private static String matrix(final H5adSummary.Matrix matrix) {
        final double cells = (double)matrix.rows() * matrix.columns();
        return String.format(Locale.ROOT, "%,d × %,d, %s %s, %.1f %% stored", matrix.rows(), matrix.columns(),
            matrix.storage() == H5adSummary.Storage.DENSE ? "dense" : "sparse", matrix.dtype(),
            cells == 0 ? 0 : 100 * matrix.entries() / cells);
    }

    private static String names(final List<Annotation> annotations) {
        return list(annotations.stream().map(Annotation::name));
    }

    private static String list(final Stream<String> names) {
        final var all = names.toList();
        if (all.isEmpty()) {
            return "none";
        }
        final var shown = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return all.size() > SHOWN ? shown + " and " + (all.size() - SHOWN) + " more" : shown;
    }
}
