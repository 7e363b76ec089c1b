package org.scelmo.nodes.support;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.ColumnOutline;

/** What dialogs offer, and what they guess, from the spec of an AnnData input. */
public final class AnnDataChoices {

    /** Stands for no annotation or embedding; KNIME's lists show an empty choice as "No value selected". */
    public static final String NONE = "<none>";

    /** How columns that hold cell types tend to be named, best first. */
    private static final List<String> LABEL_NAMES = List.of("cell_type", "celltype", "cell type", "cell_label",
        "annotation", "label", "cluster", "leiden", "louvain");

    private AnnDataChoices() {
    }

    /** @return whether nothing is chosen; an empty name, which a workflow variable may hold, means the same */
    public static boolean isNone(final String choice) {
        return choice == null || choice.isEmpty() || choice.equals(NONE);
    }

    /** @return the outline of the data at this input; empty if nothing is connected or known */
    public static Optional<AnnDataOutline> outline(final NodeParametersInput input, final int port) {
        if (input == null || port >= input.getInPortSpecs().length) {
            return Optional.empty();
        }
        return Optional.ofNullable(input.getInPortSpecs()[port]) //
            .filter(AnnDataPortObjectSpec.class::isInstance) //
            .map(spec -> ((AnnDataPortObjectSpec)spec).outline());
    }

    /** @return names of embeddings */
    public static List<String> embeddings(final NodeParametersInput input, final int port) {
        return outline(input, port).map(o -> List.copyOf(o.obsm().keySet())).orElse(List.of());
    }

    /** @return names of the annotations of cells that can serve as labels */
    public static List<String> labels(final NodeParametersInput input, final int port) {
        return outline(input, port).map(AnnDataChoices::labels).orElse(List.of());
    }

    /** @return names of layers */
    public static List<String> layers(final NodeParametersInput input, final int port) {
        return outline(input, port).map(AnnDataOutline::layers).orElse(List.of());
    }

    /** @return names of the annotations of cells that hold numbers */
    public static List<String> numbers(final NodeParametersInput input, final int port) {
        return outline(input, port).map(AnnDataOutline::obs).orElse(List.of()).stream()
            .filter(c -> c.kind() == ColumnOutline.Kind.INTEGER || c.kind() == ColumnOutline.Kind.REAL)
            .map(ColumnOutline::name).toList();
    }

    /** @return names of the annotations of genes that hold text, after a choice that stands for the index */
    public static List<StringChoice> geneNames(final NodeParametersInput input, final int port) {
        final var columns = outline(input, port).map(AnnDataOutline::var).orElse(List.of()).stream()
            .filter(c -> c.kind() == ColumnOutline.Kind.STRING || c.kind() == ColumnOutline.Kind.CATEGORICAL)
            .map(ColumnOutline::name).toList();
        return noneOr("Gene names (index of var)", columns);
    }

    /**
     * @param none what is shown for {@link #NONE}
     * @param names what else can be chosen
     * @return all choices, none of the names first
     */
    public static List<StringChoice> noneOr(final String none, final List<String> names) {
        return Stream.concat(Stream.of(new StringChoice(NONE, none)), names.stream().map(StringChoice::fromId))
            .toList();
    }

    /** @return the known values of an annotation of cells */
    public static List<String> values(final NodeParametersInput input, final int port, final String column) {
        return outline(input, port).flatMap(o -> o.obsColumn(column)).map(ColumnOutline::categories).orElse(List.of());
    }

    /** @return the embedding most likely meant, the last one; null if there is none */
    public static String guessEmbedding(final AnnDataOutline outline) {
        final var names = List.copyOf(outline.obsm().keySet());
        return names.isEmpty() ? null : names.get(names.size() - 1);
    }

    /** @return the annotation most likely to hold cell types; null if there is none */
    public static String guessLabel(final AnnDataOutline outline) {
        final var names = labels(outline);
        for (final var wanted : LABEL_NAMES) {
            for (final var name : names) {
                if (name.toLowerCase(Locale.ROOT).contains(wanted)) {
                    return name;
                }
            }
        }
        return names.isEmpty() ? null : names.get(names.size() - 1);
    }

    private static List<String> labels(final AnnDataOutline outline) {
        return outline.obs().stream().filter(c -> c.kind().isLabel()).map(ColumnOutline::name).toList();
    }
}
