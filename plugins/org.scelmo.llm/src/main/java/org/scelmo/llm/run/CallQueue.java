package org.scelmo.llm.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Questions that wait to be asked, in order, put together into calls of bounded size. */
final class CallQueue<Q, A> {

    private final int m_mostQuestions;
    private final long m_mostTokens;
    private final Deque<Unit<Q, A>> m_units = new ArrayDeque<>();
    private final Deque<List<Unit<Q, A>>> m_halves = new ArrayDeque<>();

    CallQueue(final int mostQuestions, final long mostTokens) {
        m_mostQuestions = mostQuestions;
        m_mostTokens = mostTokens;
    }

    void add(final Unit<Q, A> unit) {
        m_units.add(unit);
    }

    boolean isEmpty() {
        return m_units.isEmpty() && m_halves.isEmpty();
    }

    /** @return what the next call should ask; stays in the queue */
    List<Unit<Q, A>> next() {
        if (!m_halves.isEmpty()) {
            return m_halves.getFirst();
        }
        final var units = new ArrayList<Unit<Q, A>>();
        long tokens = 0;
        for (final var unit : m_units) {
            tokens += unit.tokens();
            if (!units.isEmpty() && (units.size() == m_mostQuestions || tokens > m_mostTokens)) {
                break;
            }
            units.add(unit);
        }
        return units;
    }

    /** @return the first {@code count} units of {@link #next()}, no longer in the queue */
    List<Unit<Q, A>> take(final int count) {
        if (m_halves.isEmpty()) {
            final var units = new ArrayList<Unit<Q, A>>();
            for (int i = 0; i < count; i++) {
                units.add(m_units.removeFirst());
            }
            return units;
        }
        final var half = m_halves.removeFirst();
        if (count < half.size()) {
            m_halves.addFirst(half.subList(count, half.size()));
        }
        return half.subList(0, count);
    }

    /** Asks again in two calls: one question was at fault, and the others shall not suffer for it. */
    void halve(final List<Unit<Q, A>> call) {
        final int middle = call.size() / 2;
        m_halves.addFirst(call.subList(middle, call.size()));
        m_halves.addFirst(call.subList(0, middle));
    }

    /** @return all units, no longer in the queue */
    List<Unit<Q, A>> drain() {
        final var units = new ArrayList<Unit<Q, A>>();
        m_halves.forEach(units::addAll);
        units.addAll(m_units);
        m_halves.clear();
        m_units.clear();
        return units;
    }
}
