package org.scelmo.embedded.ui.dialog;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import org.knime.node.parameters.validation.BuiltinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.parameters.ParameterField;

/** The checks a widget makes while the user types. */
final class Constraints {

    private Constraints() {
    }

    /** @return their messages; checks that a provider computes are not among them */
    static List<String> of(final ParameterField field) {
        final Stream<Class<? extends BuiltinValidation>> number = field.annotation(NumberInputWidget.class)
            .<Stream<Class<? extends BuiltinValidation>>> map(w -> Stream.of(w.minValidation(), w.maxValidation()))
            .orElse(Stream.empty());
        final Stream<Class<? extends BuiltinValidation>> text = field.annotation(TextInputWidget.class)
            .<Stream<Class<? extends BuiltinValidation>>> map(
                w -> Stream.of(w.patternValidation(), w.minLengthValidation(), w.maxLengthValidation()))
            .orElse(Stream.empty());
        // an abstract class stands for "no check" in the annotations
        return Stream.concat(number, text).filter(c -> !Modifier.isAbstract(c.getModifiers()))
            .map(c -> Instances.of(c).getErrorMessage()).toList();
    }
}
