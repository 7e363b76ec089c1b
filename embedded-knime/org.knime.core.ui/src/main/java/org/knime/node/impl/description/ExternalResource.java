package org.knime.node.impl.description;

/**
 * A link below a node's description.
 *
 * @param href where it leads
 * @param description what is there
 */
public record ExternalResource(String href, String description) {
}
