package org.scelmo.llm.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that decides what a model answers, and nothing secret: two requests with equal identity and equal prompt
 * may share one cached answer.
 *
 * @param provider who runs the model, such as "openai", "ollama" or "test"
 * @param endpoint scheme, host and path of the service, without user, key or query; empty for a model in this process
 * @param model the model's name as the provider spells it
 * @param parameters what else was asked for, such as temperature, seed or dimensions; sorted, immutable
 */
public record ModelIdentity(String provider, String endpoint, String model, SortedMap<String, String> parameters) {

    public ModelIdentity {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
