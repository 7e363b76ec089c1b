package org.scelmo.nodes.support;

import java.util.List;
import java.util.function.Supplier;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** For dialogs in which values of an annotation tell cells of the first input apart: who learns, who is ill. */
public final class SplitColumn {

    private SplitColumn() {
    }

    /** Refers to the setting that names the annotation; {@link AnnDataChoices#NONE} if there is no split. */
    public interface Ref extends ParameterReference<String> {
    }

    /** Whether an annotation is chosen. */
    public static final class IsChosen implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getString(Ref.class).isEqualTo(AnnDataChoices.NONE).negate();
        }
    }

    /** The values of the annotation that is chosen. */
    public static final class Values implements StringChoicesProvider {

        private Supplier<String> m_column;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_column = initializer.computeFromValueSupplier(Ref.class);
        }

        @Override
        public List<String> choices(final NodeParametersInput input) {
            return AnnDataChoices.values(input, 0, m_column.get());
        }
    }
}
