package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpareArraysTest {

    private final SpareArrays m_spare = new SpareArrays();

    @Test
    void arraysThatWereTakenAreGivenOnce() {
        final var indices = m_spare.indices(100);
        final var values = m_spare.values(100);
        m_spare.take(CsrMatrix.wrap(1, 100, new long[]{0, 100}, indices, values));

        assertSame(indices, m_spare.indices(90));
        assertSame(values, m_spare.values(100));
        assertNotSame(indices, m_spare.indices(90), "two blocks must not share arrays");
        assertNotSame(values, m_spare.values(90), "two blocks must not share arrays");
    }

    @Test
    void arraysThatAreTooShortAreNotGiven() {
        m_spare.take(CsrMatrix.wrap(1, 5, new long[]{0, 5}, new int[5], new float[5]));

        assertTrue(m_spare.indices(6).length >= 6);
        assertTrue(m_spare.values(6).length >= 6);
    }
}
