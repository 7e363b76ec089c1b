package org.scelmo.nodes.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.workflow.Credentials;
import org.scelmo.embedded.core.Tables;

/** Nodes that ask language models, in tests: their service, key and cache. */
public final class LanguageModelNode {

    /** Name of the credentials that {@link #service} gives. */
    public static final String CREDENTIALS = "openai";

    private LanguageModelNode() {
    }

    /** @return a node with an answer cache of its own and the test model */
    public static TestNode of(final Supplier<? extends NodeFactory<?>> factory, final Path cache) {
        final var node = TestNode.of(factory);
        final var settings = node.settings("cache");
        settings.addString("place", "FILE");
        final var location = settings.addNodeSettings("file").addNodeSettings("path");
        location.addBoolean("location_present", true);
        location.addString("file_system_type", "LOCAL");
        location.addString("path", cache.toString());
        return node;
    }

    /** Asks a service of the kind of OpenAI with a key, and without a limit of money. */
    public static TestNode service(final TestNode node, final String baseUrl, final String key) {
        final var settings = node.settings("service");
        settings.addString("provider", "OPENAI");
        settings.addString("model", "gpt-4o-mini");
        settings.addString("credentials", CREDENTIALS);
        settings.addString("baseUrl", baseUrl);
        node.host().setCredentials(List.of(new Credentials(CREDENTIALS, "", key)));
        return node;
    }

    /** @return a table of texts; null is a missing value */
    public static BufferedDataTable table(final List<String> columns, final String[]... rows) {
        final var spec = new DataTableSpec(columns.stream()
            .map(name -> org.scelmo.nodes.support.Tables.column(name, StringCell.TYPE))
            .toArray(org.knime.core.data.DataColumnSpec[]::new));
        final var cells = new DataCell[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            cells[i] = new DataCell[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                cells[i][j] = rows[i][j] == null ? DataType.getMissingCell() : new StringCell(rows[i][j]);
            }
        }
        return Tables.of(spec, cells);
    }

    /** @return a table with one column of names */
    public static BufferedDataTable names(final String... names) {
        final var rows = new String[names.length][];
        for (int i = 0; i < names.length; i++) {
            rows[i] = new String[]{names[i]};
        }
        return table(List.of("gene"), rows);
    }
}
