package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMaxLengthValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMinLengthValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopPatternValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopStringProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Options of the widget of a text. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** @return shown while the field is empty */
    String placeholder() default "";

    /** @return computes the placeholder */
    Class<? extends StateProvider<String>> placeholderProvider() default NoopStringProvider.class;

    /** @return pattern to match; none by default */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    /** @return computes the pattern */
    Class<? extends StateProvider<? extends PatternValidation>> patternValidationProvider()
        default NoopPatternValidationProvider.class;

    /** @return least length; none by default */
    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    /** @return computes the least length */
    Class<? extends StateProvider<? extends MinLengthValidation>> minLengthValidationProvider()
        default NoopMinLengthValidationProvider.class;

    /** @return greatest length; none by default */
    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    /** @return computes the greatest length */
    Class<? extends StateProvider<? extends MaxLengthValidation>> maxLengthValidationProvider()
        default NoopMaxLengthValidationProvider.class;
}
