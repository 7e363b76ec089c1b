package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

/** No provider of a text. */
public final class NoopStringProvider extends NoopProvider<String> {

    /** Never needed. */
    public NoopStringProvider() {
        super();
    }
}
