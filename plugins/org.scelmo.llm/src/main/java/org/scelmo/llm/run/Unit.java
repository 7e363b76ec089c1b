package org.scelmo.llm.run;

import java.util.ArrayList;
import java.util.List;

/** A question that is asked once for all rows that have it; the first row bears the cost. */
final class Unit<Q, A> {

    private final String m_hash;
    private final Q m_question;
    private int m_tokens;
    private final List<Slot<Q, A>> m_slots = new ArrayList<>();

    Unit(final String hash, final Q question) {
        m_hash = hash;
        m_question = question;
    }

    String hash() {
        return m_hash;
    }

    Q question() {
        return m_question;
    }

    /** Counting takes longer than looking up: only what is to be asked is counted. */
    void count(final int tokens) {
        m_tokens = tokens;
    }

    int tokens() {
        return m_tokens;
    }

    void join(final Slot<Q, A> row) {
        m_slots.add(row);
    }

    void end(final Outcome<A> outcome) {
        for (int i = 0; i < m_slots.size(); i++) {
            m_slots.get(i).end(i == 0 ? outcome : outcome.repeated());
        }
    }
}
