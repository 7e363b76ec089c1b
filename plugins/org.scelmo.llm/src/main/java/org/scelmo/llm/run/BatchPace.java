package org.scelmo.llm.run;

import java.time.Duration;

/**
 * How long batches are waited for.
 *
 * @param untilDone whether a run waits until its batches are done; else a later one collects them
 * @param first pause between two looks; each is twice as long as the one before
 * @param longest pause
 * @param handIn how long handing in may take: a batch that was announced so long ago, but that the service does not
 *            know, was never made
 */
public record BatchPace(boolean untilDone, Duration first, Duration longest, Duration handIn) {

    /** Looks every minute, more often at first. */
    public static final BatchPace UNTIL_DONE =
        new BatchPace(true, Duration.ofMillis(250), Duration.ofMinutes(1), Duration.ofMinutes(30));

    /** Hands in, and collects what is done. */
    public static final BatchPace HAND_IN =
        new BatchPace(false, UNTIL_DONE.first, UNTIL_DONE.longest, UNTIL_DONE.handIn);
}
