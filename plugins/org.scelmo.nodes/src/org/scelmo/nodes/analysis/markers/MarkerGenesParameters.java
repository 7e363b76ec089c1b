package org.scelmo.nodes.analysis.markers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
import org.scelmo.core.stats.MarkerTest;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.dialog.AtMostOne;
import org.scelmo.nodes.support.dialog.LabelChoices;

/** Settings of Marker Genes. */
final class MarkerGenesParameters implements NodeParameters {

    /** Stands for all groups, or all other cells; KNIME's lists show an empty choice as "No value selected". */
    static final String ALL = "<all>";
    /** Stands for the matrix X. */
    static final String X = "<X>";

    /** How a gene is tested. */
    enum Method {
            @Label(value = "Wilcoxon", description = "Rank sums: whether cells of the group tend to have more. Robust "
                + "against outliers.")
            WILCOXON,
            @Label(value = "Welch's t", description = "Means, with the variance of each side.")
            WELCH_T,
            @Label(value = "Welch's t, overestimated variance", description = "As if the others were as few as the "
                + "group, which makes p values larger; scanpy's <tt>t-test_overestim_var</tt>.")
            WELCH_T_OVERESTIMATED_VARIANCE;
    }

    /** What is done with cells that have no value of the annotation. */
    enum Unnamed {
            @Label(value = "Among the others", description = "They belong to the cells that a group is compared with, "
                + "as in scanpy.")
            AMONG_OTHERS,
            @Label(value = "Left out", description = "They take no part.")
            LEFT_OUT;
    }

    /** Which genes are in the output. */
    enum Genes {
            @Label(value = "Markers", description = "The genes with the highest scores that pass the limits below.")
            MARKERS,
            @Label(value = "All", description = "Every gene of every group, for example for a volcano plot.")
            ALL;
    }

    interface GroupsRef extends ParameterReference<String> {
    }

    interface MethodRef extends ParameterReference<Method> {
    }

    interface GenesRef extends ParameterReference<Genes> {
    }

    static final class IsWilcoxon implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodRef.class).isOneOf(Method.WILCOXON);
        }
    }

    static final class IsMarkers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GenesRef.class).isOneOf(Genes.MARKERS);
        }
    }

    static final class GroupChoices implements StringChoicesProvider {

        private Supplier<String> m_column;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_column = initializer.computeFromValueSupplier(GroupsRef.class);
        }

        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            final var choices = new ArrayList<StringChoice>();
            choices.add(new StringChoice(ALL, "All"));
            AnnDataChoices.values(input, 0, m_column.get()).forEach(v -> choices.add(StringChoice.fromId(v)));
            return choices;
        }
    }

    static final class MatrixChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            final var choices = new ArrayList<StringChoice>();
            choices.add(new StringChoice(X, "X"));
            AnnDataChoices.layers(input, 0).forEach(name -> choices.add(new StringChoice(name, "Layer " + name)));
            return choices;
        }
    }

    @Widget(title = "Groups", description = "The annotation of the cells whose values are compared, for example cell "
        + "types or clusters. Default: one that looks like cell types.")
    @ChoicesProvider(LabelChoices.class)
    @ValueReference(GroupsRef.class)
    String m_groups;

    @Widget(title = "Group", description = "The group whose markers are wanted. Default: all, each in turn.")
    @ChoicesProvider(GroupChoices.class)
    String m_group = ALL;

    @Widget(title = "Compared with", description = "The cells that a group is compared with: all others, or those of "
        + "one group. Default: all others.")
    @ChoicesProvider(GroupChoices.class)
    String m_reference = ALL;

    @Widget(title = "Cells without a group", description = "What is done with cells that have no value of the "
        + "annotation, where a group is compared with all others. Default: they are among the others.")
    @ValueSwitchWidget
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    Unnamed m_unnamed = Unnamed.AMONG_OTHERS;

    @Widget(title = "Method", description = "How a gene is tested. Default: Wilcoxon.")
    @ValueReference(MethodRef.class)
    Method m_method = Method.WILCOXON;

    @Widget(title = "Correct for ties", description = "Whether the many equal values, above all zeros, reduce the "
        + "variance of the rank sum, as they do. Scanpy does not correct unless asked to, which makes p values larger. "
        + "Default: no, for the same numbers as scanpy's.")
    @Effect(type = EffectType.SHOW, predicate = IsWilcoxon.class)
    @Advanced
    boolean m_correctTies = false;

    @Widget(title = "Genes", description = "Which genes are in the output. Default: markers.")
    @ValueSwitchWidget
    @ValueReference(GenesRef.class)
    Genes m_genes = Genes.MARKERS;

    @Widget(title = "Genes per group", description = "How many markers of a group are in the output at most. "
        + "Default: 100.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsMarkers.class)
    int m_maxGenes = 100;

    @Widget(title = "Maximum adjusted p value", description = "Markers have at most this p value after the correction "
        + "of Benjamini and Hochberg. Default: 0.05.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostOne.class)
    @Effect(type = EffectType.SHOW, predicate = IsMarkers.class)
    @Advanced
    double m_maxAdjusted = 0.05;

    @Widget(title = "Minimum log2 fold change", description = "Markers have at least this fold change. Genes without "
        + "one stay. Default: 0.")
    @NumberInputWidget
    @Effect(type = EffectType.SHOW, predicate = IsMarkers.class)
    @Advanced
    double m_minFoldChange = 0;

    @Widget(title = "Minimum fraction of cells", description = "At least this share of the group's cells has the "
        + "marker. Default: 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostOne.class)
    @Effect(type = EffectType.SHOW, predicate = IsMarkers.class)
    @Advanced
    double m_minFraction = 0;

    @Widget(title = "Expression", description = "The matrix with log-normalized expression: X or a layer. Default: X.")
    @ChoicesProvider(MatrixChoices.class)
    @Advanced
    String m_matrix = X;

    MarkerGenesParameters() {
        // for loading
    }

    MarkerGenesParameters(final NodeParametersInput input) {
        AnnDataChoices.outline(input, 0).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no data. */
    void guess(final AnnDataOutline data) {
        if (m_groups == null) {
            m_groups = AnnDataChoices.guessLabel(data);
        }
    }

    boolean isAll() {
        return m_group.equals(ALL);
    }

    boolean isRest() {
        return m_reference.equals(ALL);
    }

    MarkerTest test() {
        return switch (m_method) {
            case WILCOXON -> m_correctTies ? MarkerTest.WILCOXON_TIE_CORRECTED : MarkerTest.WILCOXON;
            case WELCH_T -> MarkerTest.WELCH_T;
            case WELCH_T_OVERESTIMATED_VARIANCE -> MarkerTest.WELCH_T_OVERESTIMATED_VARIANCE;
        };
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_maxGenes < 1) {
            throw Messages.invalid("%d genes per group are asked for.".formatted(m_maxGenes),
                "Enter 1 or more in the dialog.");
        }
        if (!isAll() && m_group.equals(m_reference)) {
            throw Messages.invalid("The group '%s' would be compared with itself.".formatted(m_group),
                "Choose another group to compare with in the dialog.");
        }
        if (!(m_maxAdjusted >= 0 && m_minFraction >= 0 && m_minFraction <= 1)) {
            throw Messages.invalid("The limits of p values and fractions must lie between 0 and 1.",
                "Correct them in the dialog.");
        }
    }

    /** Checks the settings against the data. */
    void check(final AnnDataOutline data) throws InvalidSettingsException {
        guess(data);
        if (m_groups == null) {
            throw Messages.invalid("The cells have no annotation that tells groups.",
                "Add one, for example with Add Cell Annotations.");
        }
        if (data.obsColumn(m_groups).isEmpty()) {
            throw Messages.invalid("The annotation '%s' is missing in the data.".formatted(m_groups),
                "Choose another one in the dialog.");
        }
        if (m_matrix.equals(X) ? !data.hasExpression() : !data.layers().contains(m_matrix)) {
            throw Messages.invalid(m_matrix.equals(X) ? "The data have no expression matrix X."
                : "The layer '%s' is missing in the data.".formatted(m_matrix), "Choose another matrix in the dialog.",
                "Choose what becomes X in the AnnData Reader.");
        }
    }
}
