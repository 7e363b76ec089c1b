package org.scelmo.embedded.runner.exec;

/** Hears what happens during a run; called from several threads, one call at a time for each node. */
public interface EngineListener {

    /**
     * A node has a new state.
     *
     * @param run the node
     */
    void stateChanged(NodeRun run);

    /**
     * A node reports on its work. The fraction never goes down during one execution.
     *
     * @param run the node
     * @param fraction 0 to 1, {@code NaN} if unknown
     * @param message what it is doing, may be empty
     */
    void progress(NodeRun run, double fraction, String message);
}
