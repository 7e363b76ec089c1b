package org.scelmo.nodes.insilico.delete;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
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
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.scelmo.core.insilico.CellWeights;
import org.scelmo.core.insilico.Comparison;
import org.scelmo.core.insilico.DeletedIn;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.SplitColumn;
import org.scelmo.nodes.support.dialog.BatchChoices;
import org.scelmo.nodes.support.dialog.GeneNameChoices;
import org.scelmo.nodes.support.dialog.LabelChoices;

/** Settings of In-silico Delete. */
final class InSilicoDeleteParameters implements NodeParameters {

    /** Input of the table of genes, if it is there. */
    static final int GENES = 2;

    private static final int MOST = 100_000;

    /** Two million pairs. */
    private static final int MOST_PAIRED = 2000;

    /** How the vectors of a cell's genes make its vector. */
    enum Mode {
            @Label(value = "Weighted average (wa)", description = "Expression is divided by the cell's sum; a deleted "
                + "gene no longer counts in it.")
            WEIGHTED(CellWeights.WEIGHTED),
            @Label(value = "Arithmetic average (aa)", description = "The sum of expression times vector is divided by "
                + "the number of genes.")
            ARITHMETIC(CellWeights.ARITHMETIC),
            @Label(value = "Sum", description = "Expression times vector, not divided: for gene factors of a trained "
                + "adaptor, as in the paper.")
            SUM(CellWeights.SUM);

        private final CellWeights m_weights;

        Mode(final CellWeights weights) {
            m_weights = weights;
        }

        CellWeights weights() {
            return m_weights;
        }
    }

    /** In which cells genes are deleted. */
    enum Where {
            @Label(value = "Both groups", description = "As published.")
            BOTH(DeletedIn.BOTH),
            @Label(value = "Disease only", description = "The control cells stay as they were measured.")
            DISEASE(DeletedIn.DISEASE);

        private final DeletedIn m_in;

        Where(final DeletedIn in) {
            m_in = in;
        }

        DeletedIn in() {
            return m_in;
        }
    }

    /** Which genes are deleted. */
    enum Genes {
            @Label(value = "All", description = "Every gene that has a vector.")
            ALL,
            @Label(value = "Top markers", description = "The genes with the highest Welch's t of the disease cells "
                + "over the control cells; the paper takes ten, over all other cells.")
            MARKERS,
            @Label(value = "List", description = "The genes that you enter.")
            LIST;
    }

    /** What a gene's score is compared with. */
    enum Compare {
            @Label(value = "Rank among them", description = "As p, the share of genes expressed alike that score "
                + "at least as high. If all genes are deleted, q stays near 1.")
            RANK(Comparison.RANK),
            @Label(value = "Above their mean", description = "Would the score be above the mean of genes expressed "
                + "alike if other cells of the same donors were measured? By the difference over its standard error in "
                + "the bootstraps, of which some are needed.")
            BOOTSTRAP(Comparison.BOOTSTRAP);

        private final Comparison m_comparison;

        Compare(final Comparison comparison) {
            m_comparison = comparison;
        }

        Comparison comparison() {
            return m_comparison;
        }
    }

    interface GenesRef extends ParameterReference<Genes> {
    }

    /** Whether a table of genes is connected, which takes the place of the setting. */
    static final class HasTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInPortTypes().length > GENES);
        }
    }

    static final class AreMarkers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GenesRef.class).isOneOf(Genes.MARKERS)
                .and(i.getConstant(input -> input.getInPortTypes().length <= GENES));
        }
    }

    static final class AreListed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GenesRef.class).isOneOf(Genes.LIST)
                .and(i.getConstant(input -> input.getInPortTypes().length <= GENES));
        }
    }

    static final class TableChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return input.getInPortSpecs().length > GENES ? RowNames.choices(input, GENES) : List.of();
        }
    }

    @Widget(title = "Condition", description = "The annotation that tells disease and control cells. No default: "
        + "choose one.")
    @ChoicesProvider(LabelChoices.class)
    @ValueReference(SplitColumn.Ref.class)
    String m_condition;

    @Widget(title = "Control", description = "Value of the condition in the control cells. No default: choose one.")
    @ChoicesProvider(SplitColumn.Values.class)
    String m_control;

    @Widget(title = "Disease", description = "Value of the condition in the disease cells. No default: choose one. "
        + "Cells with any other value are left out.")
    @ChoicesProvider(SplitColumn.Values.class)
    String m_disease;

    @Widget(title = "Averaging", description = "How the vectors of a cell's genes make its vector. Default: weighted "
        + "average.")
    @ValueSwitchWidget
    @Advanced
    Mode m_mode = Mode.WEIGHTED;

    @Widget(title = "Delete in", description = "In which cells genes are deleted. Default: both groups, as published.")
    @ValueSwitchWidget
    @Advanced
    Where m_where = Where.BOTH;

    @Widget(title = "Genes", description = "Which genes are deleted, each on its own. Default: all.")
    @ValueSwitchWidget
    @ValueReference(GenesRef.class)
    @Effect(type = EffectType.HIDE, predicate = HasTable.class)
    Genes m_genes = Genes.ALL;

    @Widget(title = "Number of markers", description = "How many top markers are deleted. Default: 50.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = AreMarkers.class)
    int m_markers = 50;

    @Widget(title = "List of genes", description = "Names of genes, separated by blanks, commas or new lines. No "
        + "default: enter at least one.")
    @TextAreaWidget
    @Effect(type = EffectType.SHOW, predicate = AreListed.class)
    String m_list = "";

    @Widget(title = "Genes of the table", description = "The column of the connected table with the names of the genes "
        + "to delete, or the RowID. Default: the first text column.")
    @ChoicesProvider(TableChoices.class)
    @Effect(type = EffectType.SHOW, predicate = HasTable.class)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    String m_tableColumn;

    @Widget(title = "Gene sets", description = "A GMT file (<tt>.gmt</tt>, also gzipped) whose sets are deleted, each "
        + "at once. Each is compared to random sets of as many genes that are expressed alike; their number is that of "
        + "the matched genes. Default: none.")
    @FileReaderWidget(fileExtensions = {"gmt", "gz", "txt", "tsv"})
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    FileSelection m_sets = new FileSelection();

    @Widget(title = "Pairs of the top", description = "All pairs of so many genes with the highest scores are deleted "
        + "together; 0 for none. Default: 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_pairs;

    @Widget(title = "Per cell type", description = "An annotation, for example the cell type, of which each value is "
        + "treated on its own; values with cells of one group only are left out with a warning. Default: none.")
    @ChoicesProvider(BatchChoices.class)
    @Advanced
    String m_cellType = AnnDataChoices.NONE;

    @Widget(title = "Bootstraps", description = "How often the cells of each group are drawn again, with replacement, "
        + "for 95 % intervals of the scores; 0 for none. Default: 1000.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_bootstraps = 1000;

    @Widget(title = "Matched genes", description = "Each gene is compared to at most so many random genes of similar "
        + "mean expression that a similar share of the cells express, and each set to so many random sets; 0 for no "
        + "p-values. Default: 1000.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_matched = 1000;

    @Widget(title = "Compare with genes expressed alike", description = "What p and q of single genes tell. Gene sets "
        + "are always ranked among random sets. Default: rank.")
    @ValueSwitchWidget
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    Compare m_compare = Compare.RANK;

    @Widget(title = "Seed", description = "Start of the random numbers; the same seed gives the same result. "
        + "Default: 1.")
    @NumberInputWidget
    @Advanced
    long m_seed = 1;

    @Widget(title = "Match genes by", description = "What names a gene of the AnnData: the index of var, or one of its "
        + "columns, for example symbols where the index holds Ensembl identifiers. Default: the index.")
    @ChoicesProvider(GeneNameChoices.class)
    @Advanced
    String m_geneColumn = AnnDataChoices.NONE;

    List<String> list() {
        return List.of(m_list.strip().split("[\\s,;]+")).stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    /** Checks what configure needs. */
    void check() throws InvalidSettingsException {
        if (m_condition == null || m_control == null || m_control.isEmpty() || m_disease == null
            || m_disease.isEmpty()) {
            throw Messages.invalid("The two groups of cells are not chosen.",
                "Choose the condition and its values for control and disease in the dialog.");
        }
        if (m_control.equals(m_disease)) {
            throw Messages.invalid("Control and disease are both '%s'.".formatted(m_control),
                "Choose two different values of the condition in the dialog.");
        }
        if (m_genes == Genes.LIST && list().isEmpty()) {
            throw Messages.invalid("The list of genes is empty.", "Enter the names of genes in the dialog.",
                "Set 'Genes' to all.");
        }
        if (m_compare == Compare.BOOTSTRAP && m_matched > 0 && m_bootstraps < 2) {
            throw Messages.invalid("p values by bootstraps need bootstraps, but none are made.",
                "Set 'Bootstraps' to 1000.", "Compare genes by rank.");
        }
        if (Math.max(m_bootstraps, m_matched) > MOST || m_pairs > MOST_PAIRED) {
            throw Messages.invalid(("A number is too large: bootstraps and matched genes are %,d at most, and pairs "
                + "are of the top %,d at most.").formatted(MOST, MOST_PAIRED), "Check the numbers in the dialog.");
        }
        if (m_markers < 1 || m_pairs < 0 || m_bootstraps < 0 || m_matched < 0) {
            throw Messages.invalid("A number is too small: at least one marker is needed, and the others must not be "
                + "negative.", "Check the numbers in the dialog.");
        }
    }
}
