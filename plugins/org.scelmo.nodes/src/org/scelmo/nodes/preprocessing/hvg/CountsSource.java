package org.scelmo.nodes.preprocessing.hvg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.Messages;

/**
 * Which matrix holds the counts.
 *
 * @param layer its name; empty if it is X
 */
record CountsSource(Optional<String> layer) {

    /** Stands for the layer counts, or else X; KNIME's lists show an empty choice as "No value selected". */
    static final String AUTOMATIC = "<automatic>";
    private static final String X = "<X>";
    private static final String LAYER = "counts";

    static List<StringChoice> choices(final List<String> layers) {
        final var choices = new ArrayList<StringChoice>();
        choices.add(new StringChoice(AUTOMATIC, "Layer counts, or else X"));
        choices.add(new StringChoice(X, "X"));
        layers.forEach(name -> choices.add(new StringChoice(name, "Layer " + name)));
        return choices;
    }

    /** @throws InvalidSettingsException if the data have no such matrix */
    static CountsSource of(final String choice, final AnnDataOutline data) throws InvalidSettingsException {
        final boolean isX = choice.equals(X) || choice.equals(AUTOMATIC) && !data.layers().contains(LAYER);
        if (isX && !data.hasExpression()) {
            throw Messages.invalid("The data have neither a layer 'counts' nor an expression matrix X.",
                "Choose another matrix, for example a layer, in the AnnData Reader.");
        }
        final var name = choice.equals(AUTOMATIC) ? LAYER : choice;
        if (!isX && !data.layers().contains(name)) {
            throw Messages.invalid("The layer '%s' is missing in the data.".formatted(name),
                "Choose another matrix with counts in the dialog.");
        }
        return new CountsSource(isX ? Optional.empty() : Optional.of(name));
    }

    RowBlocks in(final AnnData data) {
        return layer.map(name -> data.layers().get(name)).orElseGet(() -> data.x().orElseThrow());
    }

    /** @return how messages name it */
    String text() {
        return layer.map("layer '%s'"::formatted).orElse("X");
    }
}
