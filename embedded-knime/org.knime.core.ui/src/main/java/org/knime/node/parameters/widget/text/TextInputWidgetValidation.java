package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** Checks of a text. The dialog makes them, not the node. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /**
     * Parameters of a {@link PatternValidation}.
     *
     * @param pattern regular expression
     */
    record PatternValidationParams(String pattern) {
    }

    /** The text must match a regular expression. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        /** For subclasses. */
        public PatternValidation() {
            super();
        }

        /** @return the regular expression */
        protected abstract String getPattern();

        @Override
        public final PatternValidationParams getParameters() {
            return new PatternValidationParams(getPattern());
        }

        @Override
        public String getErrorMessage() {
            return "The string must match the pattern: " + getPattern();
        }

        /** Not only white space. */
        public static final class IsNotBlankValidation extends PatternValidation {
            @Override
            public String getPattern() {
                return ".*\\S.*";
            }

            @Override
            public String getErrorMessage() {
                return "The field cannot be blank (it must contain at least one non-whitespace character).";
            }
        }

        /** Not empty. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {
            @Override
            protected int getMinLength() {
                return 1;
            }

            @Override
            public String getErrorMessage() {
                return "The field cannot be empty (it must contain at least one character).";
            }
        }

        /** Exactly one character. */
        public static final class IsSingleCharacterValidation extends PatternValidation {
            @Override
            public String getPattern() {
                return "^.$";
            }

            @Override
            public String getErrorMessage() {
                return "The string must be a single character.";
            }
        }
    }

    /** The text must have some length. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        /** For subclasses. */
        public MinLengthValidation() {
            super();
        }

        record MinLengthValidationParams(int minLength) {
        }

        /** @return the least length */
        protected abstract int getMinLength();

        @Override
        public final MinLengthValidationParams getParameters() {
            return new MinLengthValidationParams(getMinLength());
        }

        @Override
        public String getErrorMessage() {
            return "The string must be at least " + characters(getMinLength()) + " long.";
        }
    }

    /** The text must not be longer than that. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        /** For subclasses. */
        public MaxLengthValidation() {
            super();
        }

        record MaxLengthValidationParams(int maxLength) {
        }

        /** @return the greatest length */
        protected abstract int getMaxLength();

        @Override
        public final MaxLengthValidationParams getParameters() {
            return new MaxLengthValidationParams(getMaxLength());
        }

        @Override
        public String getErrorMessage() {
            return "The string must not exceed " + characters(getMaxLength()) + ".";
        }

        /** At most one character. */
        public static final class HasAtMaxOneCharValidation extends MaxLengthValidation {
            @Override
            public int getMaxLength() {
                return 1;
            }
        }
    }

    private static String characters(final int count) {
        return count + (count == 1 ? " character" : " characters");
    }
}
