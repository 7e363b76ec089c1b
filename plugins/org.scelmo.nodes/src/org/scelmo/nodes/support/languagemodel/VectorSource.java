package org.scelmo.nodes.support.languagemodel;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** Where the vectors of a node come from, as a choice in its dialog. */
public enum VectorSource {
        /** A model is asked. */
        @Label(value = "Texts", description = "A model turns the texts of a column into vectors.")
        TEXTS,
        /** No model is asked. */
        @Label(value = "Vectors made elsewhere", description = "A column holds the vectors already, each a list of "
            + "numbers, as KNIME's AI extension makes them. No model is asked.")
        VECTORS;

    /** The choice of a node that has one. */
    public interface Ref extends ParameterReference<VectorSource> {
    }

    /** Whether a model is asked: so it is in nodes without this choice. */
    static final class AsksModel implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.isMissing(Ref.class) ? i.always() : i.getEnum(Ref.class).isOneOf(TEXTS);
        }
    }

    /** Whether texts are embedded. */
    public static final class IsTexts implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(TEXTS);
        }
    }
}
