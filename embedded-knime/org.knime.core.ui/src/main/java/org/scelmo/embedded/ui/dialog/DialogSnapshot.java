package org.scelmo.embedded.ui.dialog;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.scelmo.embedded.parameters.Instances;

/** A dialog as it opens: which widgets stand where, what they hold and offer. Nothing is drawn. */
public final class DialogSnapshot {

    private final List<WidgetState> m_widgets;

    private DialogSnapshot(final List<WidgetState> widgets) {
        m_widgets = widgets;
    }

    /**
     * Opens the dialog of a new node.
     *
     * @param type class of the node's parameters
     * @param input what is known of the ports
     * @return the dialog
     */
    public static DialogSnapshot of(final Class<? extends NodeParameters> type, final NodeParametersInput input) {
        return of(Instances.of(type, input), input);
    }

    /**
     * Opens the dialog on parameters.
     *
     * @param parameters the node's parameters; providers of values change them as the real dialog would
     * @param input what is known of the ports
     * @return the dialog
     * @throws IllegalStateException if the dialog could not open: a reference leads nowhere, a provider fails
     */
    public static DialogSnapshot of(final NodeParameters parameters, final NodeParametersInput input) {
        return new DialogSnapshot(new DialogReader(parameters, input).read());
    }

    /** @return all widgets, in the order of the dialog */
    public List<WidgetState> widgets() {
        return m_widgets;
    }

    /**
     * @param path keys that lead to the value in the settings, separated by slashes
     * @return the widget of that value
     */
    public WidgetState widget(final String path) {
        return m_widgets.stream().filter(w -> w.path().equals(path)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("The dialog has no widget for " + path + ", but for "
                + m_widgets.stream().map(WidgetState::path).toList() + "."));
    }

    /** @return the dialog as indented JSON, the same for the same state; for snapshot tests */
    public String toJson() {
        return DialogJson.render(m_widgets);
    }
}
