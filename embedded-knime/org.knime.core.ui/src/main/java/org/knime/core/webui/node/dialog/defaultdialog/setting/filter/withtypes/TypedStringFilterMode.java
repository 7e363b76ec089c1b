package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes;

/** How a {@link org.knime.node.parameters.widget.choices.filter.TypedStringFilter} selects. */
public enum TypedStringFilterMode {
        /** Named one by one. */
        MANUAL,
        /** By regular expression. */
        REGEX,
        /** By pattern with * and ?. */
        WILDCARD,
        /** By type. */
        TYPE;
}
