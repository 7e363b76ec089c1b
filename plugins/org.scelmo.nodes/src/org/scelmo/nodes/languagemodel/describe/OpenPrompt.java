package org.scelmo.nodes.languagemodel.describe;

import java.util.function.Supplier;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;
import org.scelmo.llm.prompt.PromptRecipe;
import org.scelmo.nodes.support.RowNames;

/** What is asked as the dialog stands now, for the messages that change while it is typed. */
record OpenPrompt(Supplier<String> names, Supplier<Question> question, Supplier<String> own,
    Supplier<Variant> variant) {

    static OpenPrompt of(final StateProviderInitializer initializer) {
        return new OpenPrompt(initializer.computeFromValueSupplier(LlmDescribeParameters.NamesRef.class),
            initializer.computeFromValueSupplier(LlmDescribeParameters.QuestionRef.class),
            initializer.computeFromValueSupplier(LlmDescribeParameters.PromptRef.class),
            initializer.computeFromValueSupplier(LlmDescribeParameters.VariantRef.class));
    }

    /** @throws org.scelmo.llm.prompt.PromptException if the own prompt is malformed */
    PromptRecipe recipe() {
        return question.get().recipe(own.get(), variant.get());
    }

    /**
     * @throws InvalidSettingsException if the column of names is missing
     * @throws org.scelmo.llm.prompt.PromptException if the own prompt is malformed, or a placeholder is no column
     */
    Questions questions(final DataTableSpec spec) throws InvalidSettingsException {
        return new Questions(RowNames.of(spec, names.get(), "name"), spec, recipe());
    }
}
