package org.scelmo.embedded.runner.exec;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;

/** What a node does when the engine asks. Port arrays hold the data ports only: index 0 is port 1. */
public interface NodeBody {

    /**
     * An input.
     *
     * @param name as the node calls it
     * @param optional whether the node runs without it
     */
    record Input(String name, boolean optional) {
    }

    /**
     * What comes out of an execution.
     *
     * @param objects the data of the output ports
     * @param variables the flow variables the node makes
     * @param warnings what the node warns about
     */
    record Result(List<PortObject> objects, Map<String, FlowVariable> variables, List<NodeMessage> warnings) {
    }

    /**
     * What a configuration tells.
     *
     * @param specs what will come out of the ports, {@code null} where the node cannot say before it runs
     * @param variables the flow variables the node makes
     * @param warnings what the node warns about
     */
    record Plan(List<PortObjectSpec> specs, Map<String, FlowVariable> variables, List<NodeMessage> warnings) {
    }

    /** Takes reports while a node runs. */
    interface Progress {

        /**
         * @param fraction 0 to 1, {@code null} if unknown
         * @param message what is being done, may be {@code null}
         */
        void report(Double fraction, String message);
    }

    /** @return the data inputs, in order */
    List<Input> inputs();

    /** @return the number of data outputs */
    int outputCount();

    /**
     * Checks the settings against the inputs.
     *
     * @param specs of the inputs, {@code null} at optional ones that are not connected
     * @param variables the flow variables that reach the node
     * @return what the node will make
     * @throws InvalidSettingsException if the node cannot run like this; the message says why
     */
    Plan configure(List<PortObjectSpec> specs, Map<String, FlowVariable> variables) throws InvalidSettingsException;

    /**
     * Runs the node, after {@link #configure}.
     *
     * @param inputs data, {@code null} at optional inputs that are not connected
     * @param progress takes reports
     * @param canceled tells whether to stop
     * @return the results
     * @throws NodeFailure if it fails
     * @throws InterruptedException if it was stopped on request
     */
    Result execute(List<PortObject> inputs, Progress progress, BooleanSupplier canceled)
        throws NodeFailure, InterruptedException;

    /** Tells a running node to stop; called from another thread. */
    default void cancel() {
        // a node that is done at once cannot be stopped
    }
}
