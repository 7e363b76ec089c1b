package org.scelmo.core.anndata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.matrix.SelectedRows;

/**
 * Annotated data as scanpy users know it: expression X (cells × genes, float32), obs (a row per cell), var (a row per
 * gene), obsm (embeddings, cells × dimensions), layers (further matrices of X's shape) and uns (anything else that is
 * simple: strings, numbers, booleans, lists and maps of these). Immutable: {@code with…} returns a new object that
 * shares the rest. Matrices are lazy and may live on disk; whoever opened them keeps them open.
 */
public final class AnnData {

    private final RowBlocks m_x;
    private final Frame m_obs;
    private final Frame m_var;
    private final Map<String, DenseMatrix> m_obsm;
    private final Map<String, RowBlocks> m_layers;
    private final Map<String, Object> m_uns;

    private AnnData(final RowBlocks x, final Frame obs, final Frame var, final Map<String, DenseMatrix> obsm,
        final Map<String, RowBlocks> layers, final Map<String, Object> uns) {
        if (x != null) {
            checkShape("X", x.rows(), obs.size());
            checkShape("X (columns)", x.columns(), var.size());
        }
        obsm.forEach((name, m) -> checkShape("obsm '" + name + "'", m.rows(), obs.size()));
        layers.forEach((name, m) -> {
            checkShape("layer '" + name + "'", m.rows(), obs.size());
            checkShape("layer '" + name + "' (columns)", m.columns(), var.size());
        });
        m_x = x;
        m_obs = obs;
        m_var = var;
        m_obsm = Collections.unmodifiableMap(new LinkedHashMap<>(obsm));
        m_layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
        m_uns = Collections.unmodifiableMap(new LinkedHashMap<>(uns));
    }

    /**
     * @param x expression, or null if there is none
     * @throws IllegalArgumentException if shapes disagree
     */
    public static AnnData of(final RowBlocks x, final Frame obs, final Frame var) {
        return new AnnData(x, obs, var, Map.of(), Map.of(), Map.of());
    }

    private static void checkShape(final String what, final long actual, final long expected) {
        if (actual != expected) {
            throw new IllegalArgumentException("%s has size %d, but %d is needed.".formatted(what, actual, expected));
        }
    }

    /** @return number of cells */
    public int cells() {
        return m_obs.size();
    }

    /** @return number of genes */
    public int genes() {
        return m_var.size();
    }

    /** @return expression, cells × genes; empty if the data have none */
    public Optional<RowBlocks> x() {
        return Optional.ofNullable(m_x);
    }

    public Frame obs() {
        return m_obs;
    }

    public Frame var() {
        return m_var;
    }

    /** @return embeddings by name, cells × dimensions each; immutable */
    public Map<String, DenseMatrix> obsm() {
        return m_obsm;
    }

    /** @return further matrices of X's shape by name; immutable */
    public Map<String, RowBlocks> layers() {
        return m_layers;
    }

    /** @return unstructured annotations; immutable */
    public Map<String, Object> uns() {
        return m_uns;
    }

    public AnnData withX(final RowBlocks x) {
        return new AnnData(x, m_obs, m_var, m_obsm, m_layers, m_uns);
    }

    public AnnData withObs(final Frame obs) {
        return new AnnData(m_x, obs, m_var, m_obsm, m_layers, m_uns);
    }

    public AnnData withObsm(final String name, final DenseMatrix matrix) {
        return new AnnData(m_x, m_obs, m_var, with(m_obsm, name, matrix), m_layers, m_uns);
    }

    public AnnData withLayer(final String name, final RowBlocks layer) {
        return new AnnData(m_x, m_obs, m_var, m_obsm, with(m_layers, name, layer), m_uns);
    }

    public AnnData withUns(final String name, final Object value) {
        return new AnnData(m_x, m_obs, m_var, m_obsm, m_layers, with(m_uns, name, value));
    }

    /** @return the annotations and embeddings without X and layers */
    public AnnData withoutMatrices() {
        return new AnnData(null, m_obs, m_var, m_obsm, Map.of(), m_uns);
    }

    /** @return the same without layers */
    public AnnData withoutLayers() {
        return new AnnData(m_x, m_obs, m_var, m_obsm, Map.of(), m_uns);
    }

    public AnnData withVar(final Frame var) {
        return new AnnData(m_x, m_obs, var, m_obsm, m_layers, m_uns);
    }

    /**
     * @param cells zero-based positions of cells, ascending; not copied
     * @param genes zero-based positions of genes, ascending; not copied
     * @return these cells and genes only; annotations are copied, matrices are cut as they are read
     */
    public AnnData select(final int[] cells, final int[] genes) {
        final var obsm = new LinkedHashMap<String, DenseMatrix>();
        m_obsm.forEach((name, matrix) -> obsm.put(name, new SelectedRows(matrix, cells)));
        final var layers = new LinkedHashMap<String, RowBlocks>();
        m_layers.forEach((name, layer) -> layers.put(name, new SelectedBlocks(layer, cells, genes)));
        return new AnnData(m_x == null ? null : new SelectedBlocks(m_x, cells, genes), FrameSelection.of(m_obs, cells),
            FrameSelection.of(m_var, genes), obsm, layers, m_uns);
    }

    private static <T> Map<String, T> with(final Map<String, T> map, final String name, final T value) {
        final var copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
