package org.scelmo.embedded.ui;

import java.util.List;

/**
 * An option of a dialog as the node description lists it.
 *
 * @param section title of its section, empty if none
 * @param title label
 * @param description what it does; of an enum also what each constant does
 * @param advanced whether it hides behind "Show advanced settings"
 * @param constants labels of an enum's constants
 */
public record DialogOption(String section, String title, String description, boolean advanced,
    List<Constant> constants) {

    /**
     * A constant of an enum option.
     *
     * @param title label
     * @param description what it does
     */
    public record Constant(String title, String description) {
    }
}
