package org.scelmo.nodes.visualization.compositionplot;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.scelmo.nodes.support.AnnDataChoices;

/** What the view of Composition Plot shows first; all of it can be changed in the view. */
final class CompositionPlotParameters implements NodeParameters {

    static final class LabelChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("The most likely one", AnnDataChoices.labels(input, 0));
        }
    }

    @Widget(title = "Bars", description = "The annotation of cells (obs) with a bar for each of its values. Default: "
        + "the annotation whose name looks most like cell types.")
    @ChoicesProvider(LabelChoices.class)
    String m_bars = AnnDataChoices.NONE;

    @Widget(title = "Parts", description = "The annotation of cells (obs) that each bar is made up of, for example the "
        + "batch. Default: the first other annotation with categories.")
    @ChoicesProvider(LabelChoices.class)
    String m_parts = AnnDataChoices.NONE;
}
