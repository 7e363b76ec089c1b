package org.knime.core.node.message;

/** One thing that went wrong, as text. */
record Issue(String text) {
}
