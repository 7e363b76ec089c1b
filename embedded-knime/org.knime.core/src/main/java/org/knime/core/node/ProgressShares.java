package org.knime.core.node;

/** Adds up the parts of a progress. */
final class ProgressShares {

    private ProgressShares() {
    }

    static void add(final NodeProgressMonitor monitor, final double step) {
        synchronized (monitor) {
            final var before = monitor.getProgress();
            monitor.setProgress((before == null ? 0 : before) + step);
        }
    }
}
