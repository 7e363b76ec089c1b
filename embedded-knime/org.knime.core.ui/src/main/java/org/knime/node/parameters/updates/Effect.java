package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a field or layout part under a condition. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    /** @return the condition */
    Class<? extends EffectPredicateProvider> predicate();

    /** @return what happens when it holds */
    EffectType type();

    /** What happens when the condition holds; otherwise the opposite. */
    enum EffectType {
            /** Hide. */
            HIDE,
            /** Show. */
            SHOW,
            /** Enable. */
            ENABLE,
            /** Disable. */
            DISABLE;
    }
}
