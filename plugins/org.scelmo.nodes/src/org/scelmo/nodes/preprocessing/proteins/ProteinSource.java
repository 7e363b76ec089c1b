package org.scelmo.nodes.preprocessing.proteins;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;

/**
 * Which matrix holds the proteins.
 *
 * @param embedding its name in obsm; empty if it is X
 */
record ProteinSource(Optional<String> embedding) {

    /** Stands for the first embedding named like proteins, or else X. */
    static final String AUTOMATIC = "<automatic>";
    private static final String X = "<X>";
    private static final List<String> HINTS = List.of("protein", "antibody", "adt");

    static List<StringChoice> choices(final List<String> embeddings) {
        final var choices = new ArrayList<StringChoice>();
        choices.add(new StringChoice(AUTOMATIC, "Embedding named like proteins, or else X"));
        choices.add(new StringChoice(X, "X"));
        embeddings.forEach(name -> choices.add(new StringChoice(name, "Embedding " + name)));
        return choices;
    }

    /** @throws InvalidSettingsException if the data have no such matrix */
    static ProteinSource of(final String choice, final AnnDataOutline data) throws InvalidSettingsException {
        final var name = choice.equals(AUTOMATIC) ? guess(data)
            : Optional.of(choice).filter(c -> !c.equals(X));
        if (name.isEmpty() && !data.hasExpression()) {
            throw Messages.invalid("The data have no matrix X.",
                "Choose an embedding with proteins in the dialog.",
                "Choose the matrix of the proteins in the AnnData Reader.");
        }
        if (name.isPresent() && !data.obsm().containsKey(name.get())) {
            throw Messages.invalid("The embedding '%s' is missing in the data.".formatted(name.get()),
                "Choose another matrix of proteins in the dialog.");
        }
        return new ProteinSource(name);
    }

    private static Optional<String> guess(final AnnDataOutline data) {
        return data.obsm().keySet().stream()
            .filter(name -> HINTS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains)).findFirst();
    }

    /** @return name of the result among the embeddings of the data */
    String resultName(final AnnDataOutline data) {
        return Tables.uniqueName(embedding.orElseThrow() + "_clr", data.obsm().keySet());
    }
}
