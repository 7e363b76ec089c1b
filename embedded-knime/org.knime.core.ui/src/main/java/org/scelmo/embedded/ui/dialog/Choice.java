package org.scelmo.embedded.ui.dialog;

/**
 * A choice a widget offers.
 *
 * @param id stored
 * @param text shown
 */
public record Choice(String id, String text) {
}
