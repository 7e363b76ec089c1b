package org.scelmo.embedded.ui.dialog;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.scelmo.embedded.parameters.EnumLabels;
import org.scelmo.embedded.parameters.ParameterField;

/** What widgets hold and offer. */
final class WidgetContents {

    private final DialogValues m_values;

    WidgetContents(final DialogValues values) {
        m_values = values;
    }

    @SuppressWarnings("unchecked") // the annotation fixes the provider's type
    Optional<TextMessage.Message> message(final ParameterField field) {
        final var state = m_values.state(field.annotation(TextMessage.class).orElseThrow().value());
        return state == null ? Optional.empty() : (Optional<TextMessage.Message>)state;
    }

    /** @return offered choices; of an enum all constants unless a provider limits them */
    Optional<List<Choice>> choices(final ParameterField field) {
        final Optional<Class<?>> provider = field.annotation(ChoicesProvider.class)
            .<Class<?>> map(ChoicesProvider::value).or(() -> field.annotation(ColumnFilterWidget.class).map(ColumnFilterWidget::choicesProvider));
        if (provider.isPresent()) {
            final var state = (List<?>)m_values.state(provider.get());
            return Optional.of(state == null ? List.of() : state.stream().map(WidgetContents::choice).toList());
        }
        if (field.valueType().isEnum()) {
            return Optional.of(Arrays.stream(field.valueType().getEnumConstants()).map(Enum.class::cast)
                .map(c -> new Choice(c.name(), EnumLabels.title((Enum<?>)c))).toList());
        }
        return Optional.empty();
    }

    private static Choice choice(final Object choice) {
        if (choice instanceof StringChoice string) {
            return new Choice(string.id(), string.text());
        }
        if (choice instanceof EnumChoice<?> constant) {
            return new Choice(constant.id().name(), constant.text());
        }
        final var typed = (TypedStringChoice)choice;
        return new Choice(typed.id(), typed.text());
    }

    /** @return the value made of texts, numbers, flags, lists and maps; null if there is none */
    Object value(final Object value) {
        if (value instanceof Optional<?> optional) {
            return value(optional.orElse(null));
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof FSLocation location) {
            return location.toString();
        }
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection.stream().map(this::value).toList());
        }
        if (value != null && value.getClass().isArray()) {
            final var elements = new ArrayList<Object>();
            for (var i = 0; i < Array.getLength(value); i++) {
                elements.add(value(Array.get(value, i)));
            }
            return elements;
        }
        return value instanceof Persistable || value instanceof WidgetGroup ? fields(value) : value;
    }

    private Map<String, Object> fields(final Object group) {
        final var fields = new LinkedHashMap<String, Object>();
        ParameterField.of(group.getClass()).forEach(field -> fields.put(field.key(), value(field.get(group))));
        return fields;
    }
}
