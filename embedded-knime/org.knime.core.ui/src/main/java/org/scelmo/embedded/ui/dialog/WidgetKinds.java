package org.scelmo.embedded.ui.dialog;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.StringFilter;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.scelmo.embedded.parameters.ParameterField;

/** Names what a widget looks like. */
final class WidgetKinds {

    private static final Map<Class<? extends Annotation>, String> BY_ANNOTATION = new LinkedHashMap<>();

    static {
        BY_ANNOTATION.put(FileReaderWidget.class, "file-reader");
        BY_ANNOTATION.put(FileWriterWidget.class, "file-writer");
        BY_ANNOTATION.put(ValueSwitchWidget.class, "value-switch");
        BY_ANNOTATION.put(RadioButtonsWidget.class, "radio-buttons");
        BY_ANNOTATION.put(TextAreaWidget.class, "text-area");
    }

    private WidgetKinds() {
    }

    static String of(final ParameterField field) {
        final var kind = byAnnotation(field);
        return field.isOptional() ? "optional-" + kind : kind;
    }

    private static String byAnnotation(final ParameterField field) {
        return BY_ANNOTATION.entrySet().stream().filter(e -> field.annotation(e.getKey()).isPresent())
            .map(Map.Entry::getValue).findFirst().orElseGet(() -> byType(field));
    }

    private static String byType(final ParameterField field) {
        final var type = field.valueType();
        if (type == ColumnFilter.class || type == StringFilter.class) {
            return "twin-list";
        }
        if (type == FileSelection.class) {
            return "file";
        }
        if (type.isEnum() || field.annotation(ChoicesProvider.class).isPresent()) {
            return type.isArray() ? "multi-select" : "drop-down";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "checkbox";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type.isArray() && WidgetGroup.class.isAssignableFrom(field.elementType())) {
            return "array";
        }
        return type == String.class ? "text" : type.getSimpleName();
    }
}
