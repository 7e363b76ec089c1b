package org.scelmo.llm.run;

/** A row that waits for its outcome. */
final class Slot<Q, A> {

    private final Row<Q> m_row;
    private Outcome<A> m_outcome;

    Slot(final Row<Q> row) {
        m_row = row;
    }

    Row<Q> row() {
        return m_row;
    }

    /** @return null as long as it waits */
    Outcome<A> outcome() {
        return m_outcome;
    }

    void end(final Outcome<A> outcome) {
        m_outcome = outcome;
    }
}
