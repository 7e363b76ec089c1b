package org.scelmo.core.matrix;

/** Rows held as arrays. */
record InMemoryDense(float[][] data, int columns) implements DenseMatrix {

    @Override
    public long rows() {
        return data.length;
    }

    @Override
    public void read(final long firstRow, final float[][] into) {
        for (int i = 0; i < into.length; i++) {
            System.arraycopy(data[Math.toIntExact(firstRow + i)], 0, into[i], 0, columns);
        }
    }
}
