package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows a field in the dialog. Its element {@code effect} is left out: its type differs between KNIME releases. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Inherited
public @interface Widget {

    /** @return label of the widget */
    String title();

    /** @return text for the node description and the widget's help; may hold simple HTML */
    String description();

    /** @return whether the widget hides behind "Show advanced settings" */
    boolean advanced() default false;
}
