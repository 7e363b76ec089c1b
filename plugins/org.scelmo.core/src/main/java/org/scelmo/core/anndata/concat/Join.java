package org.scelmo.core.anndata.concat;

/** What is kept of things that go by name, such as genes or annotations, when several data become one. */
public enum Join {
    /** What all of them have. */
    INNER,
    /** What any of them has. */
    OUTER;
}
