package org.scelmo.llm.cache;

/** What a model answered with. The names are stored: never change them. */
public enum Kind {
    TEXT,
    VECTOR
}
