package org.knime.node.parameters.widget.choices;

/**
 * A choice of a text.
 *
 * @param id stored
 * @param text shown
 */
public record StringChoice(String id, String text) {

    /**
     * @param id stored and shown
     * @return the choice
     */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
