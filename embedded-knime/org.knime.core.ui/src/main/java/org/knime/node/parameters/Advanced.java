package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Hides a field, all fields of a class or a layout part behind "Show advanced settings". */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {
}
