package org.knime.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.impl.description.ExternalResource;
import org.scelmo.embedded.ui.ports.PortGroup;

/** Everything about a node, given in a fixed order and held by its {@link DefaultNodeFactory}. */
public final class DefaultNode implements FluentNodeAPI {

    final DefaultNodeStages.Texts m_texts;

    final List<PortGroup> m_ports;

    final DefaultModel m_model;

    final List<String> m_keywords = new ArrayList<>();

    final List<ExternalResource> m_externalResources = new ArrayList<>();

    private NodeType m_nodeType;

    private DefaultView m_view;

    DefaultNode(final DefaultNodeStages.Texts texts, final List<PortGroup> ports, final DefaultModel model) {
        m_texts = texts;
        m_ports = List.copyOf(ports);
        m_model = model;
    }

    /** @return first stage */
    public static RequireName create() {
        return DefaultNodeStages::name;
    }

    /**
     * @param nodeType what the node does in a workflow; chosen by its ports if not given
     * @return this
     */
    public DefaultNode nodeType(final NodeType nodeType) {
        m_nodeType = nodeType;
        return this;
    }

    Optional<NodeType> nodeType() {
        return Optional.ofNullable(m_nodeType);
    }

    /**
     * @param view from its first to its last stage
     * @return this
     */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        m_view = view.apply(DefaultView.create());
        return this;
    }

    Optional<DefaultView> view() {
        return Optional.ofNullable(m_view);
    }

    /**
     * @param keywords words that find the node
     * @return this
     */
    public DefaultNode keywords(final String... keywords) {
        Collections.addAll(m_keywords, keywords);
        return this;
    }

    /**
     * @param href a link for the description
     * @param description what is there
     * @return this
     */
    public DefaultNode addExternalResource(final String href, final String description) {
        m_externalResources.add(new ExternalResource(href, description));
        return this;
    }

    /** Asks for the node's name. */
    public interface RequireName {

        /**
         * @param name in title case
         * @return next stage
         */
        RequireIcon name(String name);
    }

    /** Asks for the icon. */
    public interface RequireIcon {

        /**
         * @param icon path of a PNG file, relative to the factory's package
         * @return next stage
         */
        RequireShortDescription icon(String icon);
    }

    /** Asks for the short description. */
    public interface RequireShortDescription {

        /**
         * @param shortDescription one sentence
         * @return next stage
         */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** Asks for the full description. */
    public interface RequireFullDescription {

        /**
         * @param fullDescription paragraphs; may hold simple HTML
         * @return next stage
         */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** Asks for the release that brought the node. */
    public interface RequireSinceVersion {

        /**
         * @param major of the version
         * @param minor of the version
         * @param revision of the version
         * @return next stage
         */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** Asks what the node does. */
    public interface RequireModel {

        /**
         * @param model from its first to its last stage
         * @return the node
         */
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
