package org.scelmo.llm.prompt;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

import org.scelmo.llm.model.Prompt;

/**
 * The templates of both messages of a prompt. Immutable.
 *
 * @param system template of the system message; an empty one for none
 * @param user template of the question
 */
public record PromptRecipe(PromptTemplate system, PromptTemplate user) {

    /**
     * @param system template of the system message, empty for none
     * @param user template of the question
     * @return both, read
     * @throws PromptException if one is malformed, the question is empty, or no placeholder is in either, so that all
     *             rows would ask the same
     */
    public static PromptRecipe of(final String system, final String user) {
        if (user.isBlank()) {
            throw new PromptException("The prompt is empty.", "Choose a preset, or write a prompt with {name} in it.");
        }
        final var recipe = new PromptRecipe(PromptTemplate.parse(system), PromptTemplate.parse(user));
        if (recipe.placeholders().isEmpty()) {
            throw new PromptException("The prompt has no placeholder: every row would ask the same.",
                "Put {name} where the name belongs.");
        }
        return recipe;
    }

    /** @return the placeholders of both messages, in order */
    public Set<String> placeholders() {
        final var names = new LinkedHashSet<>(system.placeholders());
        names.addAll(user.placeholders());
        return names;
    }

    /**
     * @param columns what a row will offer
     * @return this
     * @throws PromptException if a placeholder is none of them; proposes the nearest one
     */
    public PromptRecipe check(final Collection<String> columns) {
        system.check(columns);
        user.check(columns);
        return this;
    }

    /**
     * @param values the value of each placeholder, or null where it is missing
     * @return what the row asks
     * @throws PromptException if a value is missing: an error of that row, not of the others
     */
    public Prompt render(final Function<String, String> values) {
        return new Prompt(system.render(values), user.render(values));
    }

    /**
     * What a dialog shows while the user types: as {@link #render}, with a placeholder left as it is where the row has
     * no value.
     *
     * @param values the value of each placeholder, or null
     * @return both messages; the system message first, if there is one
     */
    public String preview(final Function<String, String> values) {
        final Function<String, String> shown = name -> {
            final var value = values.apply(name);
            return value == null || value.isBlank() ? "{" + name + "}" : value;
        };
        final var prompt = render(shown);
        return prompt.system().isEmpty() ? prompt.user() : prompt.system() + "\n\n" + prompt.user();
    }
}
