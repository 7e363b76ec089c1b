package org.scelmo.nodes.annotation.adaptortrain;

import java.util.ArrayList;
import java.util.List;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.scelmo.nodes.support.AnnDataChoices;

/** What the dialog of Adaptor Train lets choose from the connected data. */
final class DataChoices {

    private DataChoices() {
    }

    static final class Labels implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return AnnDataChoices.labels(input, 0);
        }
    }

    static final class GeneNames implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.geneNames(input, 0);
        }
    }

    static final class Splits implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            final var choices = new ArrayList<StringChoice>();
            choices.add(new StringChoice(AnnDataChoices.NONE, "None: learn from all cells with a label"));
            AnnDataChoices.labels(input, 0).forEach(name -> choices.add(StringChoice.fromId(name)));
            return choices;
        }
    }
}
