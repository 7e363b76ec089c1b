package org.scelmo.embedded.ui.dialog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.parameters.effects.Conditions;
import org.scelmo.embedded.parameters.effects.ValueConditions;
import org.scelmo.embedded.ui.dialog.DialogWidgets.DeclaredWidget;

/** Fills the declared widgets with the state they open with. */
final class DialogReader {

    private final Object m_parameters;

    private final ValueConditions m_conditions;

    private final WidgetContents m_contents;

    DialogReader(final Object parameters, final NodeParametersInput input) {
        m_parameters = parameters;
        final var values = new DialogValues(parameters, input);
        m_conditions = new ValueConditions(values.byReference(), input);
        m_contents = new WidgetContents(values);
    }

    List<WidgetState> read() {
        return DialogWidgets.declared(m_parameters.getClass()).stream().flatMap(this::state).toList();
    }

    private Stream<WidgetState> state(final DeclaredWidget widget) {
        if (!widget.isMessage()) {
            return Stream.of(state(widget, widget.title(), widget.description(), WidgetKinds.of(widget.field()),
                m_contents.value(widget.value(m_parameters))));
        }
        return m_contents.message(widget.field()).stream()
            .map(m -> state(widget, m.title(), m.description(), "message", m.type().name()));
    }

    private WidgetState state(final DeclaredWidget widget, final String title, final String description,
        final String kind, final Object value) {
        return new WidgetState(widget.path(), widget.section(), title, description, kind, widget.advanced(),
            allows(widget, EffectType.SHOW, EffectType.HIDE), allows(widget, EffectType.ENABLE, EffectType.DISABLE),
            Optional.ofNullable(value), m_contents.choices(widget.field()), Constraints.of(widget.field()));
    }

    /** Whether all positive effects hold and no negative one does. */
    private boolean allows(final DeclaredWidget widget, final EffectType positive, final EffectType negative) {
        return widget.effects().stream().allMatch(effect -> effect.type() == positive && holds(effect)
            || effect.type() == negative && !holds(effect)
            || effect.type() != positive && effect.type() != negative);
    }

    private boolean holds(final Effect effect) {
        return Conditions.holds(m_conditions.getPredicate(Instances.of(effect.predicate())));
    }
}
