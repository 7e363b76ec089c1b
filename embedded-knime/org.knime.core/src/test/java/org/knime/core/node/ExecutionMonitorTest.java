package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Progress and cancel. */
class ExecutionMonitorTest {

    private final List<Double> m_progress = new ArrayList<>();

    private final DefaultNodeProgressMonitor m_monitor =
        new DefaultNodeProgressMonitor(e -> m_progress.add(e.getNodeProgress().getProgress()));

    private final ExecutionMonitor m_exec = new ExecutionMonitor(m_monitor);

    @Test
    void progressNeverGoesBackAndStaysInBounds() {
        assertNull(m_monitor.getProgress());
        for (final var value : List.of(0.2, 0.5, 0.3, Double.NaN, -1.0, 7.0, 8.0)) {
            m_exec.setProgress(value);
        }
        assertEquals(List.of(0.2, 0.5, 1.0), m_progress);
    }

    @Test
    void partsAddUpToTheWhole() {
        final var first = m_exec.createSubProgress(0.25);
        final var second = m_exec.createSubProgress(0.75);
        first.setProgress(1);
        second.setProgress(0.5);
        second.setProgress(0.4);
        second.createSubProgress(0.5).setProgress(1);
        second.setProgress(2);
        assertEquals(List.of(0.25, 0.625, 1.0), m_progress);
    }

    @Test
    void silentPartsKeepTheirMessages() {
        m_exec.setMessage("whole");
        m_exec.createSilentSubProgress(0.5).setMessage("hidden");
        assertEquals("whole", m_monitor.getMessage());
        m_exec.createSubProgress(0.5).setProgress(0.1, () -> "shown");
        assertEquals("shown", m_monitor.getMessage());
    }

    @Test
    void messagesMustStillBePossibleWhenKnimeAsksForThem() {
        final var left = new ArrayList<>(List.of("first"));
        m_exec.createSubProgress(0.5).setProgress(0.1, () -> left.get(0));
        left.clear();
        assertThrows(IndexOutOfBoundsException.class, () -> m_exec.setProgress(0.6, () -> "second"));
    }

    @Test
    void cancelReachesAllPartsButThoseThatCannotStop() {
        final var part = m_exec.createSubProgress(0.5).createSilentSubProgress(0.5);
        final var steady = m_exec.createNonCancelableSubProgress();
        assertDoesNotThrow(part::checkCanceled);
        m_monitor.setExecuteCanceled();
        assertThrows(CanceledExecutionException.class, part::checkCanceled);
        assertDoesNotThrow(steady::checkCanceled);
        m_monitor.reset();
        assertDoesNotThrow(part::checkCanceled);
        assertTrue(m_progress.isEmpty());
    }
}
