package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A layout part with a title. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    /** @return head of the section; give it always, later KNIME releases demand it */
    String title() default "";

    /** @return text below the head */
    String description() default "";

    /** @return whether the section opens in a side drawer */
    boolean sideDrawer() default false;
}
