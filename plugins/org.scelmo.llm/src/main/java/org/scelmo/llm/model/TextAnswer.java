package org.scelmo.llm.model;

/**
 * What a language model answered. The text comes from outside and is not to be trusted: views escape it.
 *
 * @param text as answered, not trimmed
 * @param end why the model stopped
 * @param usage what the provider counted
 * @param servedModel the model that the provider says has answered (often a dated version of the one asked for)
 * @param fingerprint the provider's mark of its configuration, or empty
 */
public record TextAnswer(String text, End end, Usage usage, String servedModel, String fingerprint) {

    /** Why a model stopped writing. */
    public enum End {
        /** it said all it wanted to say */
        COMPLETE,
        /** the limit of tokens cut the text */
        TRUNCATED,
        /** the provider's filter or the model itself declined */
        REFUSED
    }
}
