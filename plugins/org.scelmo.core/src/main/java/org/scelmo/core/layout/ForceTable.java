package org.scelmo.core.layout;

import java.util.function.DoubleUnaryOperator;

/**
 * A force by squared distance, read off a table that is even in the logarithm: 128 points per doubling, linear between
 * them, which is exact to about four digits and many times faster than powers. Distances below 10<sup>−6</sup> and
 * above 10<sup>6</sup> count as these.
 */
final class ForceTable {

    private static final int MANTISSA_BITS = 23;
    private static final int BITS = 7;
    private static final int SHIFT = MANTISSA_BITS - BITS;
    private static final int FRACTION = (1 << SHIFT) - 1;
    private static final float STEP = 1f / (1 << SHIFT);
    private static final int FIRST = Float.floatToRawIntBits(1e-12f) >>> SHIFT;
    private static final int LAST = Float.floatToRawIntBits(1e12f) >>> SHIFT;

    private final float[] m_values = new float[LAST - FIRST + 2];

    ForceTable(final DoubleUnaryOperator force) {
        for (int i = 0; i < m_values.length; i++) {
            m_values[i] = (float)force.applyAsDouble(Float.intBitsToFloat(FIRST + i << SHIFT));
        }
    }

    /** @param squared distance, not negative */
    float at(final float squared) {
        final int bits = Float.floatToRawIntBits(squared);
        final int i = (bits >>> SHIFT) - FIRST;
        if (i < 0) {
            return m_values[0];
        }
        if (i >= m_values.length - 1) {
            return m_values[m_values.length - 1];
        }
        final float low = m_values[i];
        return low + (m_values[i + 1] - low) * ((bits & FRACTION) * STEP);
    }
}
