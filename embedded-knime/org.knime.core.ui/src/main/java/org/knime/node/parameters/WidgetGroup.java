package org.knime.node.parameters;

/** Fields that become widgets of a dialog. */
public interface WidgetGroup {
}
