package org.scelmo.nodes.preprocessing.filter;

import java.util.Locale;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.scelmo.core.preprocess.CellGeneFilter;
import org.scelmo.core.preprocess.Limits;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.dialog.GeneNameChoices;

/** Settings of Cell and Gene Filter. */
final class CellAndGeneFilterParameters implements NodeParameters {

    @Section(title = "Cells")
    interface CellsSection {
    }

    @Section(title = "Genes")
    @After(CellsSection.class)
    interface GenesSection {
    }

    static final class AtMostHundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    static final class DefaultMinGenes implements OptionalWidget.DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 200;
        }
    }

    static final class DefaultMaxGenes implements OptionalWidget.DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 6000;
        }
    }

    static final class DefaultMinCounts implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 500.0;
        }
    }

    static final class DefaultMaxCounts implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 50_000.0;
        }
    }

    static final class DefaultMito implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 20.0;
        }
    }

    static final class DefaultMinCells implements OptionalWidget.DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 3;
        }
    }

    static final class DefaultGeneCounts implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 1.0;
        }
    }

    @Widget(title = "Minimum number of genes", description = "Cells in which fewer genes have counts are removed; they "
        + "are likely empty droplets. Set it to 1 to remove only cells without counts, for example of proteins. "
        + "Default: 200.")
    @OptionalWidget(defaultProvider = DefaultMinGenes.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CellsSection.class)
    Optional<Integer> m_minGenes = Optional.of(200);

    @Widget(title = "Maximum number of genes", description = "Cells in which more genes have counts are removed; they "
        + "may be doublets. Default: off.")
    @OptionalWidget(defaultProvider = DefaultMaxGenes.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CellsSection.class)
    Optional<Integer> m_maxGenes = Optional.empty();

    @Widget(title = "Minimum counts", description = "Cells with a smaller sum of counts are removed. Default: off.")
    @OptionalWidget(defaultProvider = DefaultMinCounts.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CellsSection.class)
    Optional<Double> m_minCounts = Optional.empty();

    @Widget(title = "Maximum counts", description = "Cells with a larger sum of counts are removed. Default: off.")
    @OptionalWidget(defaultProvider = DefaultMaxCounts.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CellsSection.class)
    Optional<Double> m_maxCounts = Optional.empty();

    @Widget(title = "Maximum mitochondrial counts (%)", description = "Cells with a larger percentage of counts in "
        + "mitochondrial genes are removed, as are cells without counts; they are likely damaged. Default: off.")
    @OptionalWidget(defaultProvider = DefaultMito.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostHundred.class)
    @Layout(CellsSection.class)
    Optional<Double> m_maxMito = Optional.empty();

    @Widget(title = "Prefix of mitochondrial genes", description = "Genes whose names begin so, in upper or lower "
        + "case, count as mitochondrial. Empty for none. Default: MT-, as in human and mouse symbols.")
    @Advanced
    @Layout(CellsSection.class)
    String m_mitoPrefix = "MT-";

    @Widget(title = "Names of genes", description = "Where the names that the prefix is looked for in stand: the index "
        + "of var, or one of its columns, for example symbols where the index holds Ensembl identifiers. Default: the "
        + "index.")
    @ChoicesProvider(GeneNameChoices.class)
    @Advanced
    @Layout(CellsSection.class)
    String m_geneColumn = AnnDataChoices.NONE;

    @Widget(title = "Minimum number of cells", description = "Genes with counts in fewer of the remaining cells are "
        + "removed. Default: 3.")
    @OptionalWidget(defaultProvider = DefaultMinCells.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(GenesSection.class)
    Optional<Integer> m_minCells = Optional.of(3);

    @Widget(title = "Minimum counts of a gene", description = "Genes with a smaller sum of counts in the remaining "
        + "cells are removed. Default: off.")
    @OptionalWidget(defaultProvider = DefaultGeneCounts.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    @Layout(GenesSection.class)
    Optional<Double> m_minGeneCounts = Optional.empty();

    CellGeneFilter filter() {
        return new CellGeneFilter(limits(m_minCounts, m_maxCounts), limits(m_minGenes, m_maxGenes),
            limits(Optional.empty(), m_maxMito), limits(m_minGeneCounts, Optional.empty()),
            limits(m_minCells, Optional.empty()));
    }

    private static Limits limits(final Optional<? extends Number> min, final Optional<? extends Number> max) {
        return new Limits(min.map(Number::doubleValue).orElse(Double.NEGATIVE_INFINITY),
            max.map(Number::doubleValue).orElse(Double.POSITIVE_INFINITY));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        checkOrder("number of genes", m_minGenes, m_maxGenes);
        checkOrder("sum of counts", m_minCounts, m_maxCounts);
        final double mito = m_maxMito.orElse(0.0);
        if (!(mito >= 0 && mito <= 100)) {
            throw Messages.invalid(
                String.format(Locale.ROOT, "The maximum of mitochondrial counts is %s, but it is a percentage.", mito),
                "Enter a number between 0 and 100 in the dialog.");
        }
    }

    private static void checkOrder(final String what, final Optional<? extends Number> min,
        final Optional<? extends Number> max) throws InvalidSettingsException {
        if (min.isPresent() && max.isPresent() && min.get().doubleValue() > max.get().doubleValue()) {
            throw Messages.invalid(String.format(Locale.ROOT, "The minimum %s of a cell is %s, above the maximum %s.",
                what, min.get(), max.get()), "Enter a minimum that is not above the maximum.");
        }
    }
}
