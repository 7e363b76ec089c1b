package org.scelmo.core;

import java.util.function.Supplier;

/**
 * What long work reports to, and asks whether to go on. Implementations must accept calls from the thread that does the
 * work only; a fraction lower than one reported before is ignored by them, so progress never jumps back.
 */
public interface Progress {

    /** Reports nowhere and never cancels. */
    Progress NONE = new Progress() {
        @Override
        public void update(final double fraction, final Supplier<String> message) {
            // nobody listens
        }

        @Override
        public void checkCanceled() {
            // nobody cancels
        }
    };

    /**
     * @param fraction done so far, 0 to 1
     * @param message one short line, only computed if somebody shows it, and perhaps later and by another thread, as
     *            KNIME does: it must still be possible to make it then
     */
    void update(double fraction, Supplier<String> message);

    /** @throws CanceledException if the user wants the work to stop; call at least every 100 ms of work */
    void checkCanceled();

    /**
     * @param from fraction of this progress at which the part begins
     * @param to fraction at which it ends
     * @return a progress whose 0 to 1 covers that part
     */
    default Progress part(final double from, final double to) {
        final var whole = this;
        return new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                whole.update(from + Math.min(1, Math.max(0, fraction)) * (to - from), message);
            }

            @Override
            public void checkCanceled() {
                whole.checkCanceled();
            }
        };
    }
}
