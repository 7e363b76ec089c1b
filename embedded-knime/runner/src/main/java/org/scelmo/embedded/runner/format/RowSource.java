package org.scelmo.embedded.runner.format;

import java.io.IOException;

/** A pass over stored rows. */
interface RowSource extends AutoCloseable {

    boolean hasNext() throws IOException;

    StoredRow next() throws IOException;

    @Override
    void close() throws IOException;
}
