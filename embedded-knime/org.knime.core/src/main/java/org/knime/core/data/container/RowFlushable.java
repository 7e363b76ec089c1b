package org.knime.core.data.container;

/** Something that may hold rows back until it is flushed. */
public interface RowFlushable {

    void flushRows();
}
