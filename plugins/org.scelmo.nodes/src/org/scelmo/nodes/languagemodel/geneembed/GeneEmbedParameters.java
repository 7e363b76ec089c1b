package org.scelmo.nodes.languagemodel.geneembed;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scelmo.llm.openai.EmbeddingOptions;
import org.scelmo.llm.run.EmbedOptions;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Columns;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.VectorCells;
import org.scelmo.nodes.support.dialog.RowNameChoices;
import org.scelmo.nodes.support.dialog.VectorListColumns;
import org.scelmo.nodes.support.languagemodel.CacheParameters;
import org.scelmo.nodes.support.languagemodel.CostParameters;
import org.scelmo.nodes.support.languagemodel.LanguageModelSections;
import org.scelmo.nodes.support.languagemodel.ServiceParameters;
import org.scelmo.nodes.support.languagemodel.VectorSource;

/** Settings of Gene Embed. */
final class GeneEmbedParameters implements NodeParameters {

    private static final String USUAL_MODEL = "text-embedding-3-small";

    /** Names that the column of texts tends to have. */
    private static final String DESCRIPTION = "description";

    interface TextsRef extends ParameterReference<String> {
    }

    static final class DefaultDimensions implements OptionalWidget.DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 512;
        }
    }

    @Widget(title = "Names", description = "The text column with the name of each text, for example a gene symbol, or "
        + "the RowID. Default: the first text column, the RowID if there is none.")
    @ChoicesProvider(RowNameChoices.class)
    String m_names;

    @Widget(title = "What to embed", description = "Whether a model turns texts into vectors, or the table holds "
        + "vectors that were made elsewhere. Default: texts, unless the table has a column of vectors and no second "
        + "text column when the node is connected.")
    @ValueSwitchWidget
    @ValueReference(VectorSource.Ref.class)
    @Migrate(loadDefaultIfAbsent = true)
    VectorSource m_source = VectorSource.TEXTS;

    @Widget(title = "Vectors", description = "The column of vectors, each a list of numbers. Default: the last such "
        + "column.")
    @ChoicesProvider(VectorListColumns.class)
    @Effect(type = EffectType.HIDE, predicate = VectorSource.IsTexts.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_vectors;

    @Widget(title = "Texts", description = "The text column to embed: descriptions from LLM Describe, summaries from a "
        + "database, sentences of cells. Default: the column whose name has the word description in it, otherwise the "
        + "last text column.")
    @ChoicesProvider(StringColumnsProvider.class)
    @ValueReference(TextsRef.class)
    @Effect(type = EffectType.SHOW, predicate = VectorSource.IsTexts.class)
    String m_texts;

    @Widget(title = "Cleaning", description = "What is done to a text before it is embedded. Default: line feeds "
        + "become spaces, as for the published embeddings.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = VectorSource.IsTexts.class)
    @Advanced
    Cleaning m_cleaning = Cleaning.LINE_FEEDS;

    @Widget(title = "Rows without a vector", description = "What happens with rows whose text or vector is missing or "
        + "empty, whose vector cannot be used, or for which none came. Default: leave out.")
    @ValueSwitchWidget
    @Advanced
    WithoutVector m_withoutVector = WithoutVector.LEAVE_OUT;

    @Widget(title = "Cut long texts", description = "If selected, texts that are longer than a service takes (8,191 "
        + "tokens) are cut, and marked as truncated; otherwise such rows get no vector. Default: not selected.")
    @Effect(type = EffectType.SHOW, predicate = VectorSource.IsTexts.class)
    @Advanced
    boolean m_cut;

    @Widget(title = "Dimensions", description = "If selected, how long the vectors shall be: models that can make "
        + "shorter vectors are asked to, and a vector of another length is an error of its row. Default: not selected, "
        + "which means the length that the model prefers, or that of the first whole vector of the table.")
    @OptionalWidget(defaultProvider = DefaultDimensions.class)
    @Advanced
    Optional<Integer> m_dimensions = Optional.empty();

    ServiceParameters m_service = new ServiceParameters(USUAL_MODEL);

    /** Only shows a message. */
    @TextMessage(CostPreview.class)
    @Layout(LanguageModelSections.Cost.class)
    Void m_costPreview;

    CostParameters m_cost = new CostParameters();

    CacheParameters m_cache = new CacheParameters();

    @Widget(title = "Texts per request", description = "How many texts are sent together. Default: 128.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    int m_batch = EmbedOptions.DEFAULT.batch();

    GeneEmbedParameters() {
        // for loading
    }

    GeneEmbedParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(spec -> {
            guess(spec);
            if (m_vectors != null && ColumnSelectionUtil.getCompatibleColumns(spec, StringValue.class).size() < 2) {
                m_source = VectorSource.VECTORS;
                m_names = ColumnSelectionUtil.getFirstStringColumn(spec).map(DataColumnSpec::getName)
                    .orElse(AnnDataChoices.NONE);
            }
        });
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_source == VectorSource.TEXTS) {
            m_cost.validate();
            m_cache.validate();
        }
        if (m_dimensions.filter(d -> d < 1).isPresent()) {
            throw Messages.invalid("The vectors shall have %d dimensions.".formatted(m_dimensions.get()),
                "Enter 1 or more in the dialog.");
        }
        if (m_batch < 1 || m_batch > EmbeddingOptions.MAX_BATCH_SIZE) {
            throw Messages.invalid("The number of texts per request is %d.".formatted(m_batch),
                "Enter 1 to %d in the dialog.".formatted(EmbeddingOptions.MAX_BATCH_SIZE));
        }
    }

    /** Fills in what is not set; a guess at the first connection may have met no table. */
    private void guess(final DataTableSpec spec) {
        final var texts = ColumnSelectionUtil.getCompatibleColumns(spec, StringValue.class).stream()
            .map(DataColumnSpec::getName).toList();
        if (m_names == null) {
            m_names = texts.size() > 1 ? texts.get(0) : AnnDataChoices.NONE;
        }
        if (m_texts == null) {
            m_texts = texts.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(DESCRIPTION))
                .findFirst().orElse(texts.isEmpty() ? null : texts.get(texts.size() - 1));
        }
        if (m_vectors == null) {
            m_vectors = VectorCells.lastColumn(spec).orElse(null);
        }
    }

    /** @return the names and texts of such a table */
    NamedTexts texts(final DataTableSpec spec) throws InvalidSettingsException {
        guess(spec);
        return new NamedTexts(RowNames.of(spec, m_names, "name"),
            Columns.find(spec, m_texts, "text", StringValue.class));
    }

    /** @return the names and vectors of a table that holds vectors */
    GivenVectors vectors(final DataTableSpec spec) throws InvalidSettingsException {
        guess(spec);
        return new GivenVectors(RowNames.of(spec, m_names, "name"), VectorCells.find(spec, m_vectors), dimensions());
    }

    OptionalInt dimensions() {
        return m_dimensions.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    EmbedOptions options() {
        final var usual = EmbedOptions.DEFAULT;
        return new EmbedOptions(m_service.concurrency(), m_batch, usual.batchTokens(), usual.longestText(), m_cut,
            m_cleaning.cleaning(), m_dimensions.orElse(0));
    }
}
