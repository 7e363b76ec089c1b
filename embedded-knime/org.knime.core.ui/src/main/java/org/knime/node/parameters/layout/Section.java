package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A layout part with a title. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    /** @return head of the section; mandatory here as in later KNIME releases, though 5.8 has a default */
    String title();

    /** @return text below the head */
    String description() default "";

    /** @return whether the section opens in a side drawer */
    boolean sideDrawer() default false;
}
