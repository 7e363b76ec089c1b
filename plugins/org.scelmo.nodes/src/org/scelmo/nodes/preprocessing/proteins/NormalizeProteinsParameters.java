package org.scelmo.nodes.preprocessing.proteins;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.scelmo.core.preprocess.CenteredLogRatio;
import org.scelmo.nodes.support.AnnDataChoices;

/** Settings of Normalize Proteins. */
final class NormalizeProteinsParameters implements NodeParameters {

    /** Over what the mean is taken. */
    enum Margin {
            @Label(value = "Each protein over the cells", description = "Makes proteins comparable: muon's axis 0, "
                + "Seurat's margin 1.")
            CELLS(CenteredLogRatio.Margin.CELLS),
            @Label(value = "Each cell over the proteins", description = "Makes cells comparable, whatever their number "
                + "of counts: muon's axis 1, Seurat's margin 2.")
            PROTEINS(CenteredLogRatio.Margin.PROTEINS);

        private final CenteredLogRatio.Margin m_margin;

        Margin(final CenteredLogRatio.Margin margin) {
            m_margin = margin;
        }

        CenteredLogRatio.Margin margin() {
            return m_margin;
        }
    }

    static final class ProteinChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return ProteinSource.choices(AnnDataChoices.embeddings(input, 0));
        }
    }

    @Widget(title = "Proteins", description = "The matrix that holds the protein counts. The result takes the place of "
        + "X; that of an embedding (obsm) becomes a further one, with _clr after its name. Default: the first "
        + "embedding whose name holds protein, antibody or adt, or else X.")
    @ChoicesProvider(ProteinChoices.class)
    String m_proteins = ProteinSource.AUTOMATIC;

    @Widget(title = "Center", description = "Over what the mean of the logarithms is taken. Default: each protein over "
        + "the cells.")
    @ValueSwitchWidget
    Margin m_margin = Margin.CELLS;

    @Widget(title = "Keep the counts", description = "Whether the values before are kept as the layer counts, if the "
        + "proteins are X. They are shared, not copied. A layer of that name is replaced. Default: yes.")
    boolean m_keepCounts = true;
}
