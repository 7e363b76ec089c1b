package org.scelmo.llm.openai;

/**
 * How far a batch has come.
 *
 * @param completed prompts that have an answer
 * @param failed prompts that will have none
 * @param total prompts in the batch; 0 while the provider has not counted yet
 * @param reason why the provider refused the batch as a whole; empty otherwise
 */
public record BatchState(Phase phase, long completed, long failed, long total, String reason) {

    /** Where a batch stands. */
    public enum Phase {
        /** being checked, worked on, or written out: ask again later */
        RUNNING(false),
        /** done */
        COMPLETED(true),
        /** the day that the provider gives itself is over; answers that came before are kept */
        EXPIRED(true),
        /** canceled; answers that came before are kept */
        CANCELED(true),
        /** refused as a whole: there are no answers */
        FAILED(true);

        private final boolean m_over;

        Phase(final boolean over) {
            m_over = over;
        }

        /** @return whether nothing more will come, so that the batch can be collected */
        public boolean isOver() {
            return m_over;
        }
    }
}
