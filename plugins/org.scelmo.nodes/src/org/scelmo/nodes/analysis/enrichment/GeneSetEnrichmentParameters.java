package org.scelmo.nodes.analysis.enrichment;

import java.util.List;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scelmo.core.enrich.OverRepresentation.Rules;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.NamedRows;
import org.scelmo.nodes.support.RowNames;

/** Settings of Gene Set Enrichment. */
final class GeneSetEnrichmentParameters implements NodeParameters {

    static final int GENES = 0;

    /** Input of the background, if it is there. */
    static final int BACKGROUND = 1;

    static final class GeneChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return RowNames.choices(input, GENES);
        }
    }

    static final class FlagChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("None: all rows", input.getInTableSpec(GENES).stream()
                .flatMap(spec -> ColumnSelectionUtil.getCompatibleColumns(spec, BooleanValue.class).stream())
                .map(DataColumnSpec::getName).toList());
        }
    }

    static final class BackgroundChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            if (input.getInPortSpecs().length <= BACKGROUND) {
                return List.of();
            }
            return input.getInPortSpecs()[BACKGROUND] instanceof DataTableSpec ? RowNames.choices(input, BACKGROUND)
                : AnnDataChoices.geneNames(input, BACKGROUND);
        }
    }

    static final class HasBackground implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInPortTypes().length > BACKGROUND);
        }
    }

    @Widget(title = "Genes", description = "The column of the first table with the names of the chosen genes, or the "
        + "RowID. Default: the first text column.")
    @ChoicesProvider(GeneChoices.class)
    String m_genes;

    @Widget(title = "Chosen if", description = "A column of true and false: only rows where it is true are chosen "
        + "genes, for example the column Candidate of In-silico Delete. Default: none, all rows are chosen.")
    @ChoicesProvider(FlagChoices.class)
    String m_flag = AnnDataChoices.NONE;

    @Widget(title = "Gene sets", description = "A GMT file (<tt>.gmt</tt>, also gzipped): name, description and genes "
        + "of a set in each line, separated by tabs. Local files, files relative to the workflow or the space, and "
        + "URLs are supported. No default: choose a file.")
    @FileReaderWidget(fileExtensions = {"gmt", "gz", "txt", "tsv"})
    FileSelection m_file = new FileSelection();

    @Widget(title = "Background genes", description = "What names the genes of the connected background: a column of "
        + "the table or the RowID, or the index of var or one of its columns. Default: the first text column; the "
        + "index of var.")
    @ChoicesProvider(BackgroundChoices.class)
    @Effect(type = EffectType.SHOW, predicate = HasBackground.class)
    String m_background;

    @Widget(title = "Only genes that are in a set", description = "If selected, genes of the connected background that "
        + "no set of the file has are no background either, as in clusterProfiler. Default: not selected.")
    @Effect(type = EffectType.SHOW, predicate = HasBackground.class)
    @Advanced
    boolean m_onlyInSets;

    @Widget(title = "Smallest set", description = "Sets with fewer genes in the background are not tested. Default: 10 "
        + "genes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_least = 10;

    @Widget(title = "Largest set", description = "Sets with more genes in the background are not tested. Default: 500 "
        + "genes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_most = 500;

    @Widget(title = "Ignore case", description = "If selected, CD79A and Cd79a are the same. Default: not selected.")
    @Advanced
    boolean m_ignoreCase;

    GeneSetEnrichmentParameters() {
        // for loading
    }

    GeneSetEnrichmentParameters(final NodeParametersInput input) {
        input.getInTableSpec(GENES).ifPresent(spec -> m_genes = NamedRows.guess(m_genes, spec));
    }

    Rules rules() {
        return new Rules(m_least, m_most, m_ignoreCase);
    }

    /** Checks what configure needs; a node that was only just added has no file yet. */
    void check() throws InvalidSettingsException {
        if (!LocalFile.isChosen(m_file)) {
            throw Messages.invalid("No file of gene sets is chosen.", "Open the dialog and choose a GMT file.");
        }
        if (m_least < 1 || m_most < m_least) {
            throw Messages.invalid("No set can have %d to %d genes.".formatted(m_least, m_most),
                "Enter a smallest size of 1 or more, and a largest size that is not below it, in the dialog.");
        }
    }
}
