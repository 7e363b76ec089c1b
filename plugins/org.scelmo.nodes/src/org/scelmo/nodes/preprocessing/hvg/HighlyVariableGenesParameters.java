package org.scelmo.nodes.preprocessing.hvg;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scelmo.core.preprocess.HvgChoice;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.dialog.BatchChoices;

/** Settings of Highly Variable Genes. */
final class HighlyVariableGenesParameters implements NodeParameters {

    /** How dispersions or variances are measured and normalized. */
    enum Flavor {
            @Label(value = "Seurat", description = "Log dispersion of expression without logarithm, z-scored among "
                + "genes of similar mean; scanpy's default.")
            SEURAT,
            @Label(value = "Cell Ranger", description = "Dispersion of log-normalized expression, compared with the "
                + "median of genes of similar mean.")
            CELL_RANGER,
            @Label(value = "Seurat v3", description = "Variance of counts, compared with the trend of the variance "
                + "over the mean.")
            SEURAT_V3;
    }

    /** Which genes are chosen. */
    enum Selection {
            @Label(value = "Number of genes", description = "The genes with the highest normalized dispersion.")
            TOP,
            @Label(value = "Cutoffs", description = "All genes whose mean and normalized dispersion are within limits.")
            CUTOFFS;
    }

    interface FlavorRef extends ParameterReference<Flavor> {
    }

    static final class TakesCounts implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FlavorRef.class).isOneOf(Flavor.SEURAT_V3);
        }
    }

    static final class TakesLogarithms implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(TakesCounts.class).negate();
        }
    }

    interface SelectionRef extends ParameterReference<Selection> {
    }

    static final class IsTop implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SelectionRef.class).isOneOf(Selection.TOP).or(i.getPredicate(TakesCounts.class));
        }
    }

    static final class IsCutoffs implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(IsTop.class).negate();
        }
    }

    static final class CountsChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return CountsSource.choices(AnnDataChoices.layers(input, 0));
        }
    }

    @Widget(title = "Method", description = "How dispersions or variances are measured and normalized. Default: "
        + "Seurat.")
    @ValueSwitchWidget
    @ValueReference(FlavorRef.class)
    Flavor m_flavor = Flavor.SEURAT;

    @Widget(title = "Counts", description = "The matrix that holds the counts, for Seurat v3. Default: the layer "
        + "counts, where Normalize Counts keeps them, or else X.")
    @ChoicesProvider(CountsChoices.class)
    @Effect(type = EffectType.SHOW, predicate = TakesCounts.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_counts = CountsSource.AUTOMATIC;

    @Widget(title = "Select by", description = "Which genes are chosen. Default: number of genes.")
    @ValueSwitchWidget
    @ValueReference(SelectionRef.class)
    @Effect(type = EffectType.SHOW, predicate = TakesLogarithms.class)
    Selection m_selection = Selection.TOP;

    @Widget(title = "Number of genes", description = "How many genes are chosen. Without batches, genes that are as "
        + "good as the last one are chosen, too. Default: 2000.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsTop.class)
    int m_topGenes = 2000;

    @Widget(title = "Minimum mean", description = "The mean of a gene must be above; of log(1 + mean) for Seurat. "
        + "Default: 0.0125.")
    @NumberInputWidget
    @Effect(type = EffectType.SHOW, predicate = IsCutoffs.class)
    @Advanced
    double m_minMean = HvgChoice.CUTOFFS.minMean();

    @Widget(title = "Maximum mean", description = "The mean of a gene must be below; of log(1 + mean) for Seurat. "
        + "Default: 3.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsCutoffs.class)
    @Advanced
    double m_maxMean = HvgChoice.CUTOFFS.maxMean();

    @Widget(title = "Minimum dispersion", description = "The normalized dispersion of a gene must be above. Default: "
        + "0.5.")
    @NumberInputWidget
    @Effect(type = EffectType.SHOW, predicate = IsCutoffs.class)
    @Advanced
    double m_minDispersion = HvgChoice.CUTOFFS.minDispersion();

    @Widget(title = "Batch", description = "An annotation of cells, for example the sample. Genes are then chosen in "
        + "each batch, and those chosen in most batches win, so that differences between batches do not count. "
        + "Default: none.")
    @ChoicesProvider(BatchChoices.class)
    String m_batch = AnnDataChoices.NONE;

    @Widget(title = "Keep only these genes", description = "Whether all other genes are removed. Do not for Cell "
        + "Embed, which averages over all genes. Default: no.")
    boolean m_keepOnly = false;

    boolean isBatched() {
        return !AnnDataChoices.isNone(m_batch);
    }

    boolean takesCounts() {
        return m_flavor == Flavor.SEURAT_V3;
    }

    boolean isTop() {
        return takesCounts() || m_selection == Selection.TOP;
    }

    HvgChoice choice() {
        return isTop() ? HvgChoice.top(m_topGenes)
            : new HvgChoice(0, m_minMean, m_maxMean, m_minDispersion);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (isTop() && m_topGenes < 1) {
            throw Messages.invalid("The number of genes is %d, but at least 1 is needed.".formatted(m_topGenes),
                "Enter 1 or more in the dialog.");
        }
        if (!isTop() && !(m_minMean < m_maxMean)) {
            throw Messages.invalid("The minimum mean %s is not below the maximum %s.".formatted(m_minMean, m_maxMean),
                "Enter a minimum mean below the maximum in the dialog.");
        }
    }
}
