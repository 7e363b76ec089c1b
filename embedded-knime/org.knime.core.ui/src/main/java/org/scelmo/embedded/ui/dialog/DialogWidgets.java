package org.scelmo.embedded.ui.dialog;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.widget.message.TextMessage;
import org.scelmo.embedded.parameters.ParameterField;

/** The widgets a parameters class declares, in the order of the dialog. */
public final class DialogWidgets {

    private final List<DeclaredWidget> m_widgets = new ArrayList<>();

    /**
     * A widget as declared.
     *
     * @param trail fields that lead from the parameters to the value
     * @param part layout part the widget stands in, null for none
     * @param advanced whether it hides behind "Show advanced settings"
     * @param effects effects on it and on what encloses it
     */
    public record DeclaredWidget(List<ParameterField> trail, Class<?> part, boolean advanced, List<Effect> effects) {

        /** @return the field that holds the value */
        public ParameterField field() {
            return trail.get(trail.size() - 1);
        }

        /** @return keys that lead to the value, separated by slashes */
        public String path() {
            return String.join("/", trail.stream().map(ParameterField::key).toList());
        }

        /** @return label; empty for a message */
        public String title() {
            return field().annotation(Widget.class).map(Widget::title).orElse("");
        }

        /** @return help; empty for a message */
        public String description() {
            return field().annotation(Widget.class).map(Widget::description).orElse("");
        }

        /** @return title of the section, empty if none */
        public String section() {
            return LayoutOrder.sectionTitle(part);
        }

        boolean isMessage() {
            return field().annotation(TextMessage.class).isPresent();
        }

        Object value(final Object parameters) {
            var value = parameters;
            for (final var field : trail) {
                value = value == null ? null : field.get(value);
            }
            return value;
        }
    }

    /** What the elements passed on the way to a widget say about it. */
    private record Way(List<ParameterField> trail, Class<?> part, boolean advanced, List<Effect> effects) {

        Way through(final AnnotatedElement element) {
            final var layout = element.getAnnotation(Layout.class);
            var way = with(element);
            if (layout == null) {
                return way;
            }
            for (Class<?> p = layout.value(); p != null; p = p.getEnclosingClass()) {
                way = way.with(p);
            }
            return new Way(trail, layout.value(), way.advanced, way.effects);
        }

        private Way with(final AnnotatedElement element) {
            final var effect = element.getAnnotation(Effect.class);
            return new Way(trail, part, advanced || element.isAnnotationPresent(Advanced.class),
                effect == null ? effects : append(effects, effect));
        }

        Way to(final ParameterField field) {
            return new Way(append(trail, field), part, advanced, effects).through(field.field());
        }

        private static <T> List<T> append(final List<T> list, final T element) {
            final var longer = new ArrayList<>(list);
            longer.add(element);
            return List.copyOf(longer);
        }
    }

    private DialogWidgets() {
    }

    /**
     * @param type a parameters class
     * @return its widgets
     */
    public static List<DeclaredWidget> of(final Class<?> type) {
        return declared(type).stream().filter(w -> !w.isMessage()).toList();
    }

    static List<DeclaredWidget> declared(final Class<?> type) {
        final var widgets = new DialogWidgets();
        widgets.collect(type, new Way(List.of(), null, false, List.of()));
        final var order = new LayoutOrder(widgets.m_widgets.stream().map(DeclaredWidget::part).toList());
        return widgets.m_widgets.stream().sorted(Comparator.comparing(DeclaredWidget::part, order)).toList();
    }

    private void collect(final Class<?> type, final Way outside) {
        final var inside = outside.through(type);
        for (final var field : ParameterField.of(type)) {
            final var way = inside.to(field);
            final var widget = field.annotation(Widget.class);
            if (widget.isPresent() || field.annotation(TextMessage.class).isPresent()) {
                m_widgets.add(new DeclaredWidget(way.trail(), way.part(),
                    way.advanced() || widget.map(Widget::advanced).orElse(false), way.effects()));
            } else if (WidgetGroup.class.isAssignableFrom(field.valueType())) {
                collect(field.valueType(), way);
            }
        }
    }
}
