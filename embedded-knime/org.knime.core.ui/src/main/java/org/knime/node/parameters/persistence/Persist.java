package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Under which key a field is stored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {

    /** @return the key; the field's name without {@code m_} if empty */
    String configKey() default "";

    /** @return whether {@code _Internals} is appended, which hides the key from flow variables */
    boolean hidden() default false;
}
