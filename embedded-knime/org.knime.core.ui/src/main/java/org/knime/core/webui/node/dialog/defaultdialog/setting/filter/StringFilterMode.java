package org.knime.core.webui.node.dialog.defaultdialog.setting.filter;

import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter.PatternMode;

/** How a {@link org.knime.node.parameters.widget.choices.filter.StringFilter} selects. */
public enum StringFilterMode {
        /** Named one by one. */
        MANUAL,
        /** By regular expression. */
        REGEX,
        /** By pattern with * and ?. */
        WILDCARD;

    /** @return the kind of pattern */
    public PatternMode toPatternMode() {
        return switch (this) {
            case REGEX -> PatternMode.REGEX;
            case WILDCARD -> PatternMode.WILDCARD;
            case MANUAL -> throw new IllegalStateException("A manual filter has no pattern.");
        };
    }
}
