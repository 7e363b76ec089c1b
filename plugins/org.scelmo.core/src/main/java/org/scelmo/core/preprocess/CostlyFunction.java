package org.scelmo.core.preprocess;

import java.util.function.DoubleUnaryOperator;

/**
 * A costly function of float32 numbers that remembers some of its latest results: within a cell, normalized counts take
 * few different values, so that most are found again. Not thread-safe.
 */
final class CostlyFunction {

    private static final int BITS = 6;
    /** Spreads the bits of a number over all bits, best over the highest (the golden ratio of 2³²). */
    private static final int SPREAD = 0x9E3779B9;

    private final DoubleUnaryOperator m_function;
    /** Bits of the numbers; 0 has its place at 0, where its result is from the start. */
    private final int[] m_numbers = new int[1 << BITS];
    private final float[] m_results = new float[1 << BITS];

    CostlyFunction(final DoubleUnaryOperator function) {
        m_function = function;
        m_results[0] = (float)function.applyAsDouble(0);
    }

    float of(final float number) {
        final int bits = Float.floatToRawIntBits(number);
        final int place = bits * SPREAD >>> Integer.SIZE - BITS;
        if (m_numbers[place] != bits) {
            m_numbers[place] = bits;
            m_results[place] = (float)m_function.applyAsDouble(number);
        }
        return m_results[place];
    }
}
