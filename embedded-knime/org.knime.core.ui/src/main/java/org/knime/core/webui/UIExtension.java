package org.knime.core.webui;

/** Something with a page in the user interface. */
public interface UIExtension {
}
