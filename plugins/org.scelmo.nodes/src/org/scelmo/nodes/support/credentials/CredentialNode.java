package org.scelmo.nodes.support.credentials;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.parameters.NodeParameters;

/**
 * The data sheet of a node that takes credentials.
 *
 * @param <P> its parameters
 * @param texts what it says about itself
 * @param inputs its inputs
 * @param outputs its outputs
 * @param parameters class of its parameters
 * @param configure checks the inputs and tells the outputs
 * @param execute does the work
 * @param view shows what came of it, if the node has a view
 */
public record CredentialNode<P extends NodeParameters>(Texts texts, List<Port> inputs, List<Port> outputs,
    Class<P> parameters, Configure<P> configure, Execute<P> execute, Optional<View<P>> view) {

    /** A node without a view. */
    public CredentialNode(final Texts texts, final List<Port> inputs, final List<Port> outputs,
        final Class<P> parameters, final Configure<P> configure, final Execute<P> execute) {
        this(texts, inputs, outputs, parameters, configure, execute, Optional.empty());
    }

    /**
     * What a node says about itself.
     *
     * @param name in title case
     * @param icon path of a PNG file, relative to the factory's package
     * @param shortDescription one sentence
     * @param fullDescription paragraphs; may hold simple HTML
     * @param type what the node does in a workflow
     * @param keywords words that find it
     * @param links for more
     */
    public record Texts(String name, String icon, String shortDescription, String fullDescription, NodeType type,
        List<String> keywords, List<ExternalResource> links) {
    }

    /**
     * A port.
     *
     * @param name for the user
     * @param description for the user
     * @param type of what it carries
     */
    public record Port(String name, String description, PortType type) {
    }

    /**
     * A view of what an execution put out.
     *
     * @param description for the user
     * @param name of the page, ending with .html
     * @param page the page as HTML
     * @param data makes what the page starts with of the outputs, which are null if KNIME has lost them
     */
    public record View<P>(String description, String name, Supplier<String> page,
        BiFunction<P, PortObject[], Object> data) {
    }

    /** Checks the inputs and tells the outputs. */
    @FunctionalInterface
    public interface Configure<P> {

        /**
         * @param parameters of the node
         * @param inputs what is known of the inputs
         * @param keys the credentials that reach the node
         * @return what is known of the outputs
         * @throws InvalidSettingsException if the node cannot be executed like this
         */
        PortObjectSpec[] configure(P parameters, PortObjectSpec[] inputs, Keys keys) throws InvalidSettingsException;
    }

    /** Does a node's work. */
    @FunctionalInterface
    public interface Execute<P> {

        /** @return the outputs */
        PortObject[] execute(Execution<P> execution)
            throws IOException, CanceledExecutionException, KNIMEException, InvalidSettingsException;
    }

    /**
     * One execution.
     *
     * @param parameters of the node
     * @param inputs its inputs
     * @param keys the credentials that reach it
     * @param exec makes outputs, shows progress, tells of cancellation
     * @param warning takes what the user should know
     */
    public record Execution<P>(P parameters, PortObject[] inputs, Keys keys, ExecutionContext exec,
        Consumer<String> warning) {
    }
}
