package org.scelmo.embedded.parameters;

import java.util.Locale;
import java.util.Optional;

import org.knime.node.parameters.widget.choices.Label;

/** What the dialog shows for enum constants. */
public final class EnumLabels {

    private EnumLabels() {
    }

    /**
     * @param constant an enum constant
     * @return its label; without one, its name as text: {@code MAX_VOTE} gives "Max vote"
     */
    public static String title(final Enum<?> constant) {
        return label(constant).map(Label::value).orElseGet(() -> fromName(constant.name()));
    }

    /**
     * @param constant an enum constant
     * @return its description, empty if it has none
     */
    public static String description(final Enum<?> constant) {
        return label(constant).map(Label::description).orElse("");
    }

    private static Optional<Label> label(final Enum<?> constant) {
        try {
            return Optional.ofNullable(
                constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class));
        } catch (final NoSuchFieldException e) {
            throw new IllegalStateException("An enum constant is a field of its enum", e);
        }
    }

    private static String fromName(final String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
