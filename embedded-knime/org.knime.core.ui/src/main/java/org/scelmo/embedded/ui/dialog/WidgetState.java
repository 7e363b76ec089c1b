package org.scelmo.embedded.ui.dialog;

import java.util.List;
import java.util.Optional;

/**
 * A widget of an open dialog.
 *
 * @param path keys that lead to the value in the settings, separated by slashes
 * @param section title of the section it stands in, empty if none
 * @param title label
 * @param description help
 * @param kind what it looks like
 * @param advanced whether it hides behind "Show advanced settings"
 * @param shown whether no effect hides it
 * @param enabled whether no effect disables it
 * @param value what it holds; empty if none
 * @param choices what it offers; empty if it takes anything
 * @param constraints messages of the checks it makes
 */
public record WidgetState(String path, String section, String title, String description, String kind,
    boolean advanced, boolean shown, boolean enabled, Optional<Object> value, Optional<List<Choice>> choices,
    List<String> constraints) {
}
