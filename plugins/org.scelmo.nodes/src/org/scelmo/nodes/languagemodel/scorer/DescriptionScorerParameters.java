package org.scelmo.nodes.languagemodel.scorer;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.scelmo.llm.evaluate.BleuSmoothing;
import org.scelmo.llm.evaluate.BleuTokens;

/** Settings of the Description Scorer. */
final class DescriptionScorerParameters implements NodeParameters {

    /** What stands for a precision of zero. */
    enum Smoothing {
            @Label(value = "None", description = "A text without any common n-gram of a length scores practically 0.")
            NONE(BleuSmoothing.NONE),
            @Label(value = "Epsilon", description = "A tenth of a match stands for none (method 1 of Chen and Cherry).")
            ADD_EPSILON(BleuSmoothing.ADD_EPSILON),
            @Label(value = "Add one", description = "One more match and one more n-gram for all but single words "
                + "(method 2).")
            ADD_ONE(BleuSmoothing.ADD_ONE);

        private final BleuSmoothing m_smoothing;

        Smoothing(final BleuSmoothing smoothing) {
            m_smoothing = smoothing;
        }

        BleuSmoothing smoothing() {
            return m_smoothing;
        }
    }

    /** How texts are cut into words. */
    enum Words {
            @Label(value = "Words", description = "Lower-case words; each other character is a word of its own.")
            WORDS(BleuTokens.WORDS),
            @Label(value = "White space", description = "Whatever stands between spaces; case and punctuation count.")
            WHITE_SPACE(BleuTokens.WHITE_SPACE);

        private final BleuTokens m_tokens;

        Words(final BleuTokens tokens) {
            m_tokens = tokens;
        }

        BleuTokens tokens() {
            return m_tokens;
        }
    }

    @Widget(title = "Texts", description = "The text column to score, for example descriptions from LLM Describe. "
        + "Default: the first text column.")
    @ChoicesProvider(StringColumnsProvider.class)
    String m_texts;

    @Widget(title = "References", description = "The text column with what each text should resemble, for example "
        + "summaries from NCBI. Default: the last other text column.")
    @ChoicesProvider(StringColumnsProvider.class)
    String m_references;

    @Widget(title = "Words", description = "How texts are cut into the words that are compared. Default: words.")
    @ValueSwitchWidget
    Words m_words = Words.WORDS;

    @Widget(title = "Smoothing", description = "What stands for a precision of zero, which would make the whole score "
        + "zero. Default: none.")
    @ValueSwitchWidget
    Smoothing m_smoothing = Smoothing.NONE;

    DescriptionScorerParameters() {
        // for loading
    }

    DescriptionScorerParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no table. */
    void guess(final DataTableSpec spec) {
        final List<String> names = ColumnSelectionUtil.getCompatibleColumns(spec, StringValue.class).stream()
            .map(DataColumnSpec::getName).toList();
        if (m_texts == null && !names.isEmpty()) {
            m_texts = names.get(0);
        }
        if (m_references == null && names.size() > 1) {
            m_references = names.get(names.size() - 1);
        }
    }
}
