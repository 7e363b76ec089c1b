package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;

import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** A row iterator that may hold a file open until it is closed or has reached the end. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    public CloseableRowIterator() {
        // nothing to do
    }

    @Override
    public abstract void close();

    /**
     * Walks over rows that need no closing.
     *
     * @param iterator the rows
     * @return an iterator over them
     */
    public static CloseableRowIterator from(final Iterator<? extends DataRow> iterator) {
        return new PlainRowIterator(iterator);
    }

    public static CloseableRowIterator empty() {
        return from(Collections.emptyIterator());
    }
}
