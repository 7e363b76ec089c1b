package org.scelmo.nodes.port;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.DenseMatrix;

/**
 * What a node may know of AnnData before they are read: enough to check settings and to offer choices.
 *
 * @param cells number of cells; {@value #UNKNOWN} where only execution tells
 * @param genes number of genes; {@value #UNKNOWN} where only execution tells
 * @param hasExpression whether there is an expression matrix X
 * @param obs annotations of cells, in order
 * @param var annotations of genes, in order
 * @param layers names of further matrices
 * @param obsm dimensions of the embeddings by name, in order; {@value #UNKNOWN} where only execution tells
 * @param varm dimensions of the vectors of genes by name, in order
 * @param obsp names of the graphs of cells, in order
 * @param notes how the data came about, for the reader's eyes
 */
public record AnnDataOutline(long cells, long genes, boolean hasExpression, List<ColumnOutline> obs,
    List<ColumnOutline> var, List<String> layers, Map<String, Integer> obsm, Map<String, Integer> varm,
    List<String> obsp, List<String> notes) {

    /** Stands for a number of genes or dimensions that is not known yet. */
    public static final int UNKNOWN = -1;

    public AnnDataOutline {
        obs = List.copyOf(obs);
        var = List.copyOf(var);
        layers = List.copyOf(layers);
        obsm = Collections.unmodifiableMap(new LinkedHashMap<>(obsm));
        varm = Collections.unmodifiableMap(new LinkedHashMap<>(varm));
        obsp = List.copyOf(obsp);
        notes = List.copyOf(notes);
    }

    /** Of data without vectors of genes and graphs. */
    public AnnDataOutline(final long cells, final long genes, final boolean hasExpression,
        final List<ColumnOutline> obs, final List<ColumnOutline> var, final List<String> layers,
        final Map<String, Integer> obsm, final List<String> notes) {
        this(cells, genes, hasExpression, obs, var, layers, obsm, Map.of(), List.of(), notes);
    }

    /** @return the outline of these data */
    public static AnnDataOutline of(final AnnData data, final List<String> notes) {
        return new AnnDataOutline(data.cells(), data.genes(), data.x().isPresent(), columns(data.obs()),
            columns(data.var()), List.copyOf(data.layers().keySet()), widths(data.obsm()), widths(data.varm()),
            List.copyOf(data.obsp().keySet()), notes);
    }

    private static Map<String, Integer> widths(final Map<String, DenseMatrix> matrices) {
        final var widths = new LinkedHashMap<String, Integer>();
        matrices.forEach((name, matrix) -> widths.put(name, matrix.columns()));
        return widths;
    }

    private static List<ColumnOutline> columns(final Frame frame) {
        return frame.columns().entrySet().stream().map(e -> ColumnOutline.of(e.getKey(), e.getValue())).toList();
    }

    /** @return the annotation of cells of that name; empty if there is none */
    public Optional<ColumnOutline> obsColumn(final String name) {
        return obs.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** @return the annotation of genes of that name; empty if there is none */
    public Optional<ColumnOutline> varColumn(final String name) {
        return var.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** @return this with one more embedding, or another in its place */
    public AnnDataOutline withObsm(final String name, final int dimensions, final String note) {
        final var copy = new LinkedHashMap<>(obsm);
        copy.put(name, dimensions);
        return new AnnDataOutline(cells, genes, hasExpression, obs, var, layers, copy, varm, obsp,
            with(notes, note));
    }

    /** @return this with further vectors of genes, or others in their place */
    public AnnDataOutline withVarm(final String name, final int dimensions) {
        final var copy = new LinkedHashMap<>(varm);
        copy.put(name, dimensions);
        return new AnnDataOutline(cells, genes, hasExpression, obs, var, layers, obsm, copy, obsp, notes);
    }

    /** @return this without vectors of genes */
    AnnDataOutline withoutVarm() {
        return new AnnDataOutline(cells, genes, hasExpression, obs, var, layers, obsm, Map.of(), obsp, notes);
    }

    /** @return this with a further graph of cells, or another in its place */
    public AnnDataOutline withObsp(final String name) {
        final var copy = new LinkedHashSet<>(obsp);
        copy.add(name);
        return new AnnDataOutline(cells, genes, hasExpression, obs, var, layers, obsm, varm, List.copyOf(copy), notes);
    }

    /** @return this with these annotations of cells in addition, or in the place of those of the same name */
    public AnnDataOutline withObs(final List<ColumnOutline> added, final String note) {
        return new AnnDataOutline(cells, genes, hasExpression, merged(obs, added), var, layers, obsm, varm,
            obsp, with(notes, note));
    }

    /** @return this with these annotations of genes in addition, or in the place of those of the same name */
    public AnnDataOutline withVar(final List<ColumnOutline> added, final String note) {
        return withVar(added).withNote(note);
    }

    /** As {@link #withVar(List, String)}, as a part of what a note tells already. */
    AnnDataOutline withVar(final List<ColumnOutline> added) {
        return new AnnDataOutline(cells, genes, hasExpression, obs, merged(var, added), layers, obsm, varm,
            obsp, notes);
    }

    /** @return this with a further matrix, or another in its place */
    public AnnDataOutline withLayer(final String name, final String note) {
        final var copy = new ArrayList<>(layers);
        copy.remove(name);
        copy.add(name);
        return new AnnDataOutline(cells, genes, hasExpression, obs, var, copy, obsm, varm, obsp,
            with(notes, note));
    }

    /** @return this with other numbers of cells and genes */
    public AnnDataOutline withSize(final long newCells, final long newGenes, final String note) {
        return new AnnDataOutline(newCells, newGenes, hasExpression, obs, var, layers, obsm, varm, obsp,
            with(notes, note));
    }

    /** @return this with fewer cells or genes, of which only execution tells how many and which values they have */
    public AnnDataOutline reduced(final String note) {
        return withSize(UNKNOWN, UNKNOWN, note);
    }

    /** @return this with one more note on how the data came about */
    public AnnDataOutline withNote(final String note) {
        return withSize(cells, genes, note);
    }

    private static List<ColumnOutline> merged(final List<ColumnOutline> there, final List<ColumnOutline> added) {
        final var columns = new LinkedHashMap<String, ColumnOutline>();
        there.forEach(c -> columns.put(c.name(), c));
        added.forEach(c -> columns.put(c.name(), c));
        return List.copyOf(columns.values());
    }

    private static List<String> with(final List<String> texts, final String text) {
        final var copy = new ArrayList<>(texts);
        copy.add(text);
        return copy;
    }
}
