package org.scelmo.core.anndata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.matrix.SelectedRows;

/**
 * Annotated data as scanpy users know it: expression X (cells × genes, float32), obs (a row per cell), var (a row per
 * gene), obsm (embeddings, cells × dimensions), varm (genes × dimensions), obsp (graphs, cells × cells), layers
 * (further matrices of X's shape) and uns (anything else that is simple: strings, numbers, booleans, lists and maps of
 * these). Immutable: {@code with…} returns a new object that shares the rest. Matrices are lazy and may live on disk;
 * whoever opened them keeps them open.
 */
public final class AnnData {

    private final RowBlocks m_x;
    private final Frame m_obs;
    private final Frame m_var;
    private final Slots m_slots;

    private AnnData(final RowBlocks x, final Frame obs, final Frame var, final Slots slots) {
        if (x != null) {
            Slots.check("X", x.rows(), obs.size());
            Slots.check("X (columns)", x.columns(), var.size());
        }
        slots.check(obs.size(), var.size());
        m_x = x;
        m_obs = obs;
        m_var = var;
        m_slots = slots;
    }

    /**
     * @param x expression, or null if there is none
     * @throws IllegalArgumentException if shapes disagree
     */
    public static AnnData of(final RowBlocks x, final Frame obs, final Frame var) {
        return new AnnData(x, obs, var, Slots.NONE);
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

    /** @return annotations of cells, a row per cell */
    public Frame obs() {
        return m_obs;
    }

    /** @return annotations of genes, a row per gene */
    public Frame var() {
        return m_var;
    }

    /** @return embeddings by name, cells × dimensions each; immutable */
    public Map<String, DenseMatrix> obsm() {
        return m_slots.obsm();
    }

    /** @return vectors of genes by name, genes × dimensions each; immutable */
    public Map<String, DenseMatrix> varm() {
        return m_slots.varm();
    }

    /** @return graphs of cells by name, cells × cells each; immutable */
    public Map<String, RowBlocks> obsp() {
        return m_slots.obsp();
    }

    /** @return further matrices of X's shape by name; immutable */
    public Map<String, RowBlocks> layers() {
        return m_slots.layers();
    }

    /** @return unstructured annotations; immutable */
    public Map<String, Object> uns() {
        return m_slots.uns();
    }

    /**
     * @param x expression of these cells and genes; null for none
     * @return the same with this X
     * @throws IllegalArgumentException if its shape disagrees
     */
    public AnnData withX(final RowBlocks x) {
        return new AnnData(x, m_obs, m_var, m_slots);
    }

    /**
     * @return the same with other annotations of the cells, their names included
     * @throws IllegalArgumentException if their number disagrees
     */
    public AnnData withObs(final Frame obs) {
        return new AnnData(m_x, obs, m_var, m_slots);
    }

    /**
     * @return the same with other annotations of the genes, their names included
     * @throws IllegalArgumentException if their number disagrees
     */
    public AnnData withVar(final Frame var) {
        return new AnnData(m_x, m_obs, var, m_slots);
    }

    /**
     * @return the same with an embedding, cells × dimensions; one of that name is replaced
     * @throws IllegalArgumentException if its shape disagrees
     */
    public AnnData withObsm(final String name, final DenseMatrix matrix) {
        return new AnnData(m_x, m_obs, m_var, m_slots.withObsm(name, matrix));
    }

    /**
     * @return the same with vectors of genes, genes × dimensions; those of that name are replaced
     * @throws IllegalArgumentException if its shape disagrees
     */
    public AnnData withVarm(final String name, final DenseMatrix matrix) {
        return new AnnData(m_x, m_obs, m_var, m_slots.withVarm(name, matrix));
    }

    /**
     * @return the same with a graph of cells, cells × cells; one of that name is replaced
     * @throws IllegalArgumentException if its shape disagrees
     */
    public AnnData withObsp(final String name, final RowBlocks matrix) {
        return new AnnData(m_x, m_obs, m_var, m_slots.withObsp(name, matrix));
    }

    /**
     * @return the same with a further matrix, cells × genes; one of that name is replaced
     * @throws IllegalArgumentException if its shape disagrees
     */
    public AnnData withLayer(final String name, final RowBlocks layer) {
        return new AnnData(m_x, m_obs, m_var, m_slots.withLayer(name, layer));
    }

    /**
     * @param value a text, number, truth value, list or map of these
     * @return the same with an unstructured annotation; one of that name is replaced
     */
    public AnnData withUns(final String name, final Object value) {
        return new AnnData(m_x, m_obs, m_var, m_slots.withUns(name, value));
    }

    /** @return everything but X and layers */
    public AnnData withoutMatrices() {
        return new AnnData(null, m_obs, m_var, m_slots.withoutLayers());
    }

    /** @return the same without layers */
    public AnnData withoutLayers() {
        return new AnnData(m_x, m_obs, m_var, m_slots.withoutLayers());
    }

    /**
     * @param cells zero-based positions of cells, ascending; not copied
     * @param genes zero-based positions of genes, ascending; not copied
     * @return these cells and genes only, of graphs what is among these cells; annotations are copied, matrices are cut
     *         as they are read
     */
    public AnnData select(final int[] cells, final int[] genes) {
        final var obsm = new LinkedHashMap<String, DenseMatrix>();
        obsm().forEach((name, matrix) -> obsm.put(name, new SelectedRows(matrix, cells)));
        final var varm = new LinkedHashMap<String, DenseMatrix>();
        varm().forEach((name, matrix) -> varm.put(name, new SelectedRows(matrix, genes)));
        final var obsp = new LinkedHashMap<String, RowBlocks>();
        obsp().forEach((name, graph) -> obsp.put(name, new SelectedBlocks(graph, cells, cells)));
        final var layers = new LinkedHashMap<String, RowBlocks>();
        layers().forEach((name, layer) -> layers.put(name, new SelectedBlocks(layer, cells, genes)));
        return new AnnData(m_x == null ? null : new SelectedBlocks(m_x, cells, genes), FrameSelection.of(m_obs, cells),
            FrameSelection.of(m_var, genes), new Slots(obsm, varm, obsp, layers, uns()));
    }
}
