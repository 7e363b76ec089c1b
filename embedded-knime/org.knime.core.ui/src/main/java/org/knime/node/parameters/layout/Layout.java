package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Puts a field, or all fields of a class, into a layout part: an interface, usually a {@link Section}. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {

    /** @return the layout part */
    Class<?> value();
}
