package org.scelmo.nodes.languagemodel.describe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.prompt.PromptException;
import org.scelmo.llm.prompt.PromptRecipe;
import org.scelmo.llm.run.DescribeRow;
import org.scelmo.nodes.support.RowNames;

/** What the rows of a table ask: the templates with the name of each row and the values of its columns. */
final class Questions {

    private static final String NAME = "name";

    private final RowNames m_names;

    private final DataTableSpec m_spec;

    private final PromptRecipe m_recipe;

    /** @throws PromptException if a placeholder is no column */
    Questions(final RowNames names, final DataTableSpec spec, final PromptRecipe recipe) {
        m_names = names;
        m_spec = spec;
        m_recipe = recipe.check(columns(spec));
    }

    private static List<String> columns(final DataTableSpec spec) {
        final var columns = new ArrayList<String>();
        columns.add(NAME);
        Collections.addAll(columns, spec.getColumnNames());
        return columns;
    }

    /** @return what the row asks; a row with a missing value cannot ask */
    DescribeRow of(final DataRow row) {
        final var name = m_names.of(row);
        try {
            if (name == null) {
                throw new ScelmoException("The name is missing.", "Fill in the name, or filter out the row.");
            }
            return DescribeRow.asking(name, m_recipe.render(column -> value(row, column)));
        } catch (final ScelmoException e) {
            return DescribeRow.unable(name == null ? "" : name, e);
        }
    }

    /** @return the prompt of the row as the dialog shows it */
    String preview(final DataRow row) {
        return m_recipe.preview(column -> value(row, column));
    }

    /** @return the prompt as the dialog shows it while there is no table */
    static String preview(final PromptRecipe recipe) {
        return recipe.preview(column -> null);
    }

    private String value(final DataRow row, final String column) {
        if (column.equals(NAME)) {
            return m_names.of(row);
        }
        final var cell = row.getCell(m_spec.findColumnIndex(column));
        return cell.isMissing() ? null : cell.toString();
    }
}
