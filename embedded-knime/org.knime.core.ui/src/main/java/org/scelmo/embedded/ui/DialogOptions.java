package org.scelmo.embedded.ui;

import java.util.Arrays;
import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.scelmo.embedded.parameters.EnumLabels;
import org.scelmo.embedded.ui.dialog.DialogWidgets;
import org.scelmo.embedded.ui.dialog.DialogWidgets.DeclaredWidget;

/** Lists the options of a parameters class. */
final class DialogOptions {

    private DialogOptions() {
    }

    static List<DialogOption> of(final Class<? extends NodeParameters> type) {
        return DialogWidgets.of(type).stream().map(DialogOptions::option).toList();
    }

    private static DialogOption option(final DeclaredWidget widget) {
        final var type = widget.field().valueType();
        final List<DialogOption.Constant> constants = !type.isEnum() ? List.of()
            : Arrays.stream(type.getEnumConstants()).map(c -> (Enum<?>)c)
                .map(c -> new DialogOption.Constant(EnumLabels.title(c), EnumLabels.description(c))).toList();
        return new DialogOption(widget.section(), widget.title(), widget.description(), widget.advanced(), constants);
    }
}
