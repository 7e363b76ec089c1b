package org.scelmo.nodes.preprocessing.genemapping;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.scelmo.nodes.support.AnnDataChoices;

/** Guesses what the columns of a table of genes are, by the names that HGNC, MGI and Ensembl give them. */
final class MappingColumns {

    private static final List<String> SYMBOLS = List.of("symbol", "approvedsymbol", "hgncsymbol", "mgisymbol",
        "markersymbol", "genesymbol", "genename", "gene");

    private MappingColumns() {
    }

    /** @return the column with approved symbols; the RowID if none looks so */
    static String symbol(final DataTableSpec table) {
        for (final var symbol : SYMBOLS) {
            final var column = guess(table, symbol::equals);
            if (!AnnDataChoices.isNone(column)) {
                return column;
            }
        }
        return AnnDataChoices.NONE;
    }

    /** @return the column with Ensembl ids of genes, if any */
    static String ensembl(final DataTableSpec table) {
        return guess(table, name -> name.equals("genestableid")
            || name.contains("ensembl") && !name.contains("transcript") && !name.contains("protein"));
    }

    /** @return the column with previous symbols, if any */
    static String previous(final DataTableSpec table) {
        return guess(table, name -> name.startsWith("prev") && name.contains("symbol"));
    }

    /** @return the column with aliases, if any */
    static String alias(final DataTableSpec table) {
        return guess(table, name -> name.startsWith("alias") && !name.contains("name") || name.contains("synonym"));
    }

    private static String guess(final DataTableSpec table, final Predicate<String> looksSo) {
        return ColumnSelectionUtil.getCompatibleColumns(table, StringValue.class).stream().map(DataColumnSpec::getName)
            .filter(name -> looksSo.test(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))).findFirst()
            .orElse(AnnDataChoices.NONE);
    }
}
