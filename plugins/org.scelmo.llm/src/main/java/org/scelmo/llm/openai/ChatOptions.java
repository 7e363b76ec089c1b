package org.scelmo.llm.openai;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

import org.scelmo.core.ScelmoException;

/**
 * What is asked of a model that writes. What is empty is not sent, so that the service's default holds.
 *
 * @param model the model's (on Azure: the deployment's) name
 * @param temperature 0 to 2
 * @param seed for answers that can be had again, where the service keeps that promise
 * @param maxTokens the longest answer, at least 1
 * @param tokenLimitField how the service wants to be told {@code maxTokens}
 * @param stream whether the answer comes in pieces; then the idle timeout notices a stalled model early, but some
 *            services count no tokens
 */
public record ChatOptions(String model, OptionalDouble temperature, OptionalLong seed, OptionalInt maxTokens,
        TokenLimitField tokenLimitField, boolean stream) {

    private static final double MAX_TEMPERATURE = 2;

    public ChatOptions {
        if (model.isBlank()) {
            throw new ScelmoException("No model is named.", "Enter the name of a model of the provider.");
        }
        if (temperature.isPresent() && !(temperature.getAsDouble() >= 0
            && temperature.getAsDouble() <= MAX_TEMPERATURE)) {
            throw new ScelmoException("The temperature is " + temperature.getAsDouble() + ".", "Use 0 to 2.");
        }
        if (maxTokens.isPresent() && maxTokens.getAsInt() < 1) {
            throw new ScelmoException("The longest answer is " + maxTokens.getAsInt() + " tokens.", "Use 1 or more.");
        }
    }

    /** Everything but the model's name left to the service. */
    public static ChatOptions of(final String model, final Preset preset) {
        return new ChatOptions(model, OptionalDouble.empty(), OptionalLong.empty(), OptionalInt.empty(),
            preset.tokenLimitField(), false);
    }

    /** @param value 0 (always the likeliest word) to 2 */
    public ChatOptions withTemperature(final double value) {
        return new ChatOptions(model, OptionalDouble.of(value), seed, maxTokens, tokenLimitField, stream);
    }

    /** @param value for answers that can be had again */
    public ChatOptions withSeed(final long value) {
        return new ChatOptions(model, temperature, OptionalLong.of(value), maxTokens, tokenLimitField, stream);
    }

    /** @param tokens of the longest answer, at least 1 */
    public ChatOptions withMaxTokens(final int tokens) {
        return new ChatOptions(model, temperature, seed, OptionalInt.of(tokens), tokenLimitField, stream);
    }

    /** @param field by which the service is told the longest answer */
    public ChatOptions withTokenLimitField(final TokenLimitField field) {
        return new ChatOptions(model, temperature, seed, maxTokens, field, stream);
    }

    /** @param pieces whether the answer comes in pieces */
    public ChatOptions withStream(final boolean pieces) {
        return new ChatOptions(model, temperature, seed, maxTokens, tokenLimitField, pieces);
    }

    /** @return what was chosen and decides the answer, as identities hold it */
    SortedMap<String, String> parameters() {
        final var chosen = new TreeMap<String, String>();
        temperature.ifPresent(t -> chosen.put("temperature", Double.toString(t)));
        seed.ifPresent(s -> chosen.put("seed", Long.toString(s)));
        maxTokens.ifPresent(m -> chosen.put("max_tokens", Integer.toString(m)));
        return chosen;
    }
}
