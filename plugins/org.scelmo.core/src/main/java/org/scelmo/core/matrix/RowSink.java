package org.scelmo.core.matrix;

import java.io.IOException;

/** Takes dense rows in order: where a kernel that streams puts its result (memory, or a file of an on-disk store). */
@FunctionalInterface
public interface RowSink {

    /**
     * @param rows the next rows; the sink must not keep the arrays, they are reused
     * @param count how many of them, from the start, to take
     * @throws IOException if they cannot be written
     */
    void append(float[][] rows, int count) throws IOException;
}
