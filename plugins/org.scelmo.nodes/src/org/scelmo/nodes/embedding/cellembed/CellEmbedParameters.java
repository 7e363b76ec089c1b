package org.scelmo.nodes.embedding.cellembed;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.scelmo.core.embedding.Averaging;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.dialog.GeneNameChoices;

/** Settings of Cell Embed. */
final class CellEmbedParameters implements NodeParameters {

    /** How the vectors of a cell's genes are averaged. */
    enum Mode {
            @Label(value = "Weighted average (wa)", description = "Expression is divided by the cell's sum before it "
                + "weighs the vectors, so that sequencing depth has no influence.")
            WEIGHTED(Averaging.WEIGHTED),
            @Label(value = "Arithmetic average (aa)", description = "The sum of expression times vector is divided by "
                + "the number of genes, so that cells with more counts get longer vectors.")
            ARITHMETIC(Averaging.ARITHMETIC);

        private final Averaging m_averaging;

        Mode(final Averaging averaging) {
            m_averaging = averaging;
        }

        Averaging averaging() {
            return m_averaging;
        }
    }

    /** What happens with a cell that has no counts. */
    enum EmptyCells {
            @Label(value = "Zero vector", description = "The cell gets a vector of zeros and is counted in a warning.")
            ZERO,
            @Label(value = "Fail", description = "The node fails and names the number of such cells.")
            FAIL;
    }

    @Widget(title = "Averaging", description = "How the vectors of a cell's genes are averaged. Both directions are "
        + "the same, so that consumers that use the cosine see no difference; consumers that use Euclidean distance "
        + "do. Default: weighted average.")
    @ValueSwitchWidget
    Mode m_mode = Mode.WEIGHTED;

    @Widget(title = "Name of the embedding", description = "Under this name the vectors of the cells are added to the "
        + "embeddings (obsm) of the data. If the name is taken, a number is appended. Default: X_scelmo.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_name = "X_scelmo";

    @Widget(title = "Match genes by", description = "What names a gene of the AnnData: the index of var, or one of its "
        + "columns, for example symbols where the index holds Ensembl identifiers. Default: the index.")
    @ChoicesProvider(GeneNameChoices.class)
    String m_geneColumn = AnnDataChoices.NONE;

    @Widget(title = "Cells without counts", description = "What happens with a cell whose vector cannot be told "
        + "because it has no counts. Default: zero vector.")
    @ValueSwitchWidget
    @Advanced
    EmptyCells m_emptyCells = EmptyCells.ZERO;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_name.isBlank()) {
            throw Messages.invalid("The embedding has no name.", "Enter a name in the dialog, for example X_scelmo.");
        }
    }
}
