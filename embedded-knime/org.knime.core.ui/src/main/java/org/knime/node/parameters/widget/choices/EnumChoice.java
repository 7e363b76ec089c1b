package org.knime.node.parameters.widget.choices;

import org.scelmo.embedded.parameters.EnumLabels;

/**
 * A choice of an enum constant.
 *
 * @param <E> the enum
 * @param id the constant
 * @param text shown
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    /**
     * @param <E> the enum
     * @param constant a constant
     * @return the choice, with its {@link Label} or a text made of its name
     */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E constant) {
        return new EnumChoice<>(constant, EnumLabels.title(constant));
    }
}
