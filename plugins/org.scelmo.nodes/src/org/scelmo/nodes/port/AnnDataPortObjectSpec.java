package org.scelmo.nodes.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Tells the next node what AnnData it will get: columns with their kinds, embeddings with their sizes. */
public final class AnnDataPortObjectSpec extends AbstractSimplePortObjectSpec {

    /** Writes and reads the spec; named in plugin.xml. */
    public static final class Serializer
        extends AbstractSimplePortObjectSpecSerializer<AnnDataPortObjectSpec> {
    }

    private static final String CFG_CELLS = "cells";

    private static final String CFG_GENES = "genes";

    private static final String CFG_EXPRESSION = "expression";

    private static final String CFG_OBS = "obs";

    private static final String CFG_VAR = "var";

    private static final String CFG_LAYERS = "layers";

    private static final String CFG_OBSM = "obsm";

    private static final String CFG_VARM = "varm";

    private static final String CFG_OBSP = "obsp";

    private static final String CFG_DIMENSIONS = "dimensions";

    private static final String CFG_NOTES = "notes";

    private static final String CFG_NAMES = "names";

    private static final String CFG_LINKED = "linked";

    private AnnDataOutline m_outline;

    private List<String> m_linkedFiles = List.of();

    /** For loading only. */
    public AnnDataPortObjectSpec() {
        // filled by load
    }

    /** @param outline what the data hold, all of it in the workflow */
    public AnnDataPortObjectSpec(final AnnDataOutline outline) {
        m_outline = outline;
    }

    /**
     * @param outline what the data hold
     * @param linkedFiles files that matrices stay in
     */
    public AnnDataPortObjectSpec(final AnnDataOutline outline, final List<String> linkedFiles) {
        m_outline = outline;
        m_linkedFiles = List.copyOf(linkedFiles);
    }

    /** @return what the data hold */
    public AnnDataOutline outline() {
        return m_outline;
    }

    /** @return paths of the files that matrices are read from in place; empty if all data are in the workflow */
    public List<String> linkedFiles() {
        return m_linkedFiles;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addLong(CFG_CELLS, m_outline.cells());
        model.addLong(CFG_GENES, m_outline.genes());
        model.addBoolean(CFG_EXPRESSION, m_outline.hasExpression());
        saveColumns(m_outline.obs(), model.addModelContent(CFG_OBS));
        saveColumns(m_outline.var(), model.addModelContent(CFG_VAR));
        model.addStringArray(CFG_LAYERS, array(m_outline.layers()));
        saveWidths(m_outline.obsm(), model.addModelContent(CFG_OBSM));
        saveWidths(m_outline.varm(), model.addModelContent(CFG_VARM));
        model.addStringArray(CFG_OBSP, array(m_outline.obsp()));
        model.addStringArray(CFG_NOTES, array(m_outline.notes()));
        model.addStringArray(CFG_LINKED, array(m_linkedFiles));
    }

    private static void saveWidths(final Map<String, Integer> widths, final ModelContentWO model) {
        model.addStringArray(CFG_NAMES, array(List.copyOf(widths.keySet())));
        model.addIntArray(CFG_DIMENSIONS, widths.values().stream().mapToInt(Integer::intValue).toArray());
    }

    private static void saveColumns(final List<ColumnOutline> columns, final ModelContentWO model) {
        model.addStringArray(CFG_NAMES, array(columns.stream().map(ColumnOutline::name).toList()));
        model.addStringArray("kinds", array(columns.stream().map(c -> c.kind().name()).toList()));
        for (int i = 0; i < columns.size(); i++) {
            model.addStringArray("categories_" + i, array(columns.get(i).categories()));
        }
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        // varm and obsp are absent in the first version
        final var varm = model.containsKey(CFG_VARM) ? loadWidths(model.getModelContent(CFG_VARM))
            : Map.<String, Integer> of();
        m_outline = new AnnDataOutline(model.getLong(CFG_CELLS), model.getLong(CFG_GENES),
            model.getBoolean(CFG_EXPRESSION), loadColumns(model.getModelContent(CFG_OBS)),
            loadColumns(model.getModelContent(CFG_VAR)), List.of(model.getStringArray(CFG_LAYERS)),
            loadWidths(model.getModelContent(CFG_OBSM)), varm,
            List.of(model.getStringArray(CFG_OBSP, new String[0])), List.of(model.getStringArray(CFG_NOTES)));
        m_linkedFiles = List.of(model.getStringArray(CFG_LINKED, new String[0])); // absent in the first version
    }

    private static Map<String, Integer> loadWidths(final ModelContentRO model) throws InvalidSettingsException {
        final var names = model.getStringArray(CFG_NAMES);
        final var dimensions = model.getIntArray(CFG_DIMENSIONS);
        final var widths = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < names.length; i++) {
            widths.put(names[i], dimensions[i]);
        }
        return widths;
    }

    private static List<ColumnOutline> loadColumns(final ModelContentRO model) throws InvalidSettingsException {
        final var names = model.getStringArray(CFG_NAMES);
        final var kinds = model.getStringArray("kinds");
        final var columns = new ArrayList<ColumnOutline>();
        for (int i = 0; i < names.length; i++) {
            columns.add(new ColumnOutline(names[i], ColumnOutline.Kind.valueOf(kinds[i]),
                List.of(model.getStringArray("categories_" + i))));
        }
        return columns;
    }

    private static String[] array(final List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
