package org.scelmo.llm.run;

import java.util.Iterator;
import java.util.function.Function;

/** The rows of a caller as rows of a run. */
record RowIterator<R, Q>(Iterator<R> rows, Function<R, Row<Q>> translation) implements Iterator<Row<Q>> {

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Row<Q> next() {
        return translation.apply(rows.next());
    }
}
