package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;

/** Options of the widget of an array of {@link org.knime.node.parameters.WidgetGroup}s. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {

    /** @return how elements are laid out */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    /** @return head of each element, followed by its number */
    String elementTitle() default "";

    /** @return text of the button that adds an element */
    String addButtonText() default "";

    /** @return whether elements can neither be added nor removed */
    boolean hasFixedSize() default false;

    /** @return whether elements can be moved */
    boolean showSortButtons() default false;

    /** @return provides a new element */
    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;

    /** How elements are laid out. */
    enum ElementLayout {
            /** One card for each element. */
            VERTICAL_CARD,
            /** One line for each element. */
            HORIZONTAL_SINGLE_LINE;
    }
}
