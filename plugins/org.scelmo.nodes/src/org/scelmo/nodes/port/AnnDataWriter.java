package org.scelmo.nodes.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.h5ad.MatrixInPlace.Place;
import org.scelmo.core.io.store.FileLink;
import org.scelmo.core.io.store.StorePart;
import org.scelmo.core.io.store.StoreWriter;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.RowSink;
import org.scelmo.nodes.port.AnnDataPortObject.StoredPart;

/**
 * Makes the AnnData a node gives on: all parts new, or those of its input with some added. Added parts go into new file
 * stores; all others are shared with the input.
 */
public final class AnnDataWriter {

    /** Writes the rows of an embedding. */
    @FunctionalInterface
    public interface Rows {

        /**
         * @param sink takes the rows in order
         * @throws IOException if they cannot be written
         */
        void writeTo(RowSink sink) throws IOException;
    }

    private final ExecutionContext m_exec;

    private final Map<String, StoredPart> m_parts = new LinkedHashMap<>();

    private final String m_prefix;

    private AnnDataOutline m_outline;

    private int m_stores;

    private AnnDataWriter(final ExecutionContext exec, final AnnDataOutline outline) {
        this("part", exec, outline);
    }

    private AnnDataWriter(final String prefix, final ExecutionContext exec, final AnnDataOutline outline) {
        m_prefix = prefix;
        m_exec = exec;
        m_outline = outline;
    }

    /**
     * Writes all parts of the data.
     *
     * @param data read once, block by block
     * @param note how the data came about
     * @param exec creates the file stores
     * @param progress told as matrices are written
     * @return the data for an output port
     * @throws IOException if the data cannot be read or the stores not be written
     */
    public static AnnDataPortObject write(final AnnData data, final String note, final ExecutionContext exec,
        final Progress progress) throws IOException {
        return write(data, List.of(note), exec, progress);
    }

    /** As {@link #write(AnnData, String, ExecutionContext, Progress)}, with all notes on how the data came about. */
    public static AnnDataPortObject write(final AnnData data, final List<String> notes, final ExecutionContext exec,
        final Progress progress) throws IOException {
        return begin(data, notes, exec, progress).finish();
    }

    /**
     * As {@link #write(AnnData, List, ExecutionContext, Progress)}, for a node that writes several data.
     *
     * @param prefix of the names of the file stores, another one for each of the data, and short
     */
    public static AnnDataPortObject write(final String prefix, final AnnData data, final List<String> notes,
        final ExecutionContext exec, final Progress progress) throws IOException {
        return new AnnDataWriter(prefix, exec, AnnDataOutline.of(data, notes)).all(data, progress).finish();
    }

    /**
     * Writes data to which more is added afterwards, for example embeddings that are written row by row.
     *
     * @param data read once, block by block
     * @param notes how the data came about
     * @param exec creates the file stores
     * @param progress told as matrices are written
     * @return a writer that holds all parts of the data
     * @throws IOException if the data cannot be read or the stores not be written
     */
    public static AnnDataWriter begin(final AnnData data, final List<String> notes, final ExecutionContext exec,
        final Progress progress) throws IOException {
        return new AnnDataWriter(exec, AnnDataOutline.of(data, notes)).all(data, progress);
    }

    private AnnDataWriter all(final AnnData data, final Progress progress) throws IOException {
        final Map<String, FileStore> stores = new LinkedHashMap<>();
        for (final var name : names(data)) {
            stores.put(name, newStore());
        }
        final var parts = StoreWriter.anndata(data, name -> Stores.folder(stores.get(name), name), progress);
        parts.forEach(part -> put(part, stores.get(part.name())));
        return this;
    }

    /**
     * Writes annotations and embeddings; X and layers stay in their file.
     *
     * @param data with X and layers to link to, or without those not to
     * @param file that they stand in
     * @param places where they stand in it, by the names of the parts
     * @param note how the data came about
     * @param exec creates the file stores
     * @param progress told as embeddings are written
     * @return the data for an output port
     * @throws IOException if the data cannot be read or the stores not be written
     */
    public static AnnDataPortObject link(final AnnData data, final Path file, final Map<String, Place> places,
        final String note, final ExecutionContext exec, final Progress progress) throws IOException {
        final var link = FileLink.to(file, "/");
        final var stored = write(data.withoutMatrices(), note, exec, progress);
        final var writer = new AnnDataWriter(exec, AnnDataOutline.of(data, List.of(note)));
        stored.stored().forEach(part -> writer.m_parts.put(part.part().name(), part));
        // a part needs a store to be listed with, so a link shares that of obs
        final var obs = writer.m_parts.get(StorePart.OBS).store();
        places.forEach((name, place) -> writer.put(StorePart.linked(name, place, link), obs));
        return writer.finish();
    }

    private static List<String> names(final AnnData data) {
        final var names = new ArrayList<>(List.of(StorePart.OBS, StorePart.VAR));
        if (!data.uns().isEmpty()) {
            names.add(StorePart.UNS);
        }
        if (data.x().isPresent()) {
            names.add(StorePart.X);
        }
        data.layers().keySet().forEach(name -> names.add(StorePart.LAYERS + name));
        data.obsm().keySet().forEach(name -> names.add(StorePart.OBSM + name));
        data.varm().keySet().forEach(name -> names.add(StorePart.VARM + name));
        data.obsp().keySet().forEach(name -> names.add(StorePart.OBSP + name));
        return names;
    }

    /**
     * @param input data to build upon
     * @param exec creates the file stores of what is added
     * @return a writer that holds all parts of the input
     */
    public static AnnDataWriter extend(final AnnDataPortObject input, final ExecutionContext exec) {
        final var writer = new AnnDataWriter(exec, input.getSpec().outline());
        input.stored().forEach(stored -> writer.m_parts.put(stored.part().name(), stored));
        return writer;
    }

    /**
     * Adds an embedding, or replaces the one of the same name.
     *
     * @param name its name
     * @param dimensions length of each row
     * @param note how it came about
     * @param rows writes one row per cell
     * @return this
     * @throws IOException if it cannot be written
     */
    public AnnDataWriter obsm(final String name, final int dimensions, final String note, final Rows rows)
        throws IOException {
        final var store = newStore();
        try (var out = StoreWriter.dense(Stores.folder(store, name), StorePart.OBSM + name, dimensions)) {
            rows.writeTo(out);
            put(out.finish(), store);
        }
        m_outline = m_outline.withObsm(name, dimensions, note);
        return this;
    }

    /**
     * Adds vectors of genes, or replaces those of the same name.
     *
     * @param name their name
     * @param vectors one row per gene
     * @param progress told as they are written
     * @return this
     * @throws IOException if they cannot be written
     */
    public AnnDataWriter varm(final String name, final DenseMatrix vectors, final Progress progress)
        throws IOException {
        final var store = newStore();
        put(StoreWriter.dense(Stores.folder(store, name), StorePart.VARM + name, vectors, progress), store);
        m_outline = m_outline.withVarm(name, vectors.columns());
        return this;
    }

    /**
     * Adds a graph of cells, or replaces the one of the same name.
     *
     * @param name its name
     * @param graph cells × cells
     * @param progress told as it is written
     * @return this
     * @throws IOException if it cannot be written
     */
    public AnnDataWriter obsp(final String name, final RowBlocks graph, final Progress progress) throws IOException {
        final var store = newStore();
        put(StoreWriter.matrix(Stores.folder(store, name), StorePart.OBSP + name, graph, progress), store);
        m_outline = m_outline.withObsp(name);
        return this;
    }

    /**
     * Puts another matrix in the place of X.
     *
     * @param x of the shape of X, streamed once
     * @param note how it came about
     * @param progress told as it is written
     * @return this
     * @throws IOException if it cannot be read or written
     */
    public AnnDataWriter x(final RowBlocks x, final String note, final Progress progress) throws IOException {
        final var store = newStore();
        put(StoreWriter.matrix(Stores.folder(store, StorePart.X), StorePart.X, x, progress), store);
        m_outline = m_outline.withNote(note);
        return this;
    }

    /**
     * Shares X as a layer too, or in the place of the one of the same name; nothing is written.
     *
     * @param layer name of the layer
     * @param note how it came about
     * @return this
     */
    public AnnDataWriter keepX(final String layer, final String note) {
        final var x = m_parts.get(StorePart.X);
        put(x.part().named(StorePart.LAYERS + layer), x.store());
        m_outline = m_outline.withLayer(layer, note);
        return this;
    }

    /**
     * Adds annotations of cells, or replaces those of the same name.
     *
     * @param obs the annotations there are
     * @param added columns to add, by name
     * @param note how they came about
     * @return this
     * @throws IOException if they cannot be written
     */
    public AnnDataWriter obs(final Frame obs, final Map<String, Column> added, final String note) throws IOException {
        m_outline = m_outline.withObs(frame(StorePart.OBS, obs, added), note);
        return this;
    }

    /** As {@link #obs}, for annotations of genes. */
    public AnnDataWriter var(final Frame var, final Map<String, Column> added, final String note) throws IOException {
        m_outline = m_outline.withVar(frame(StorePart.VAR, var, added), note);
        return this;
    }

    /**
     * Puts other genes in the place of those of the input; what belongs to the cells is shared, vectors of the former
     * genes are dropped.
     *
     * @param data the cells of the input with other genes: var, X and layers are written, each streamed once
     * @param note how they came about
     * @param progress told as matrices are written
     * @return this
     * @throws IOException if the data cannot be read or written
     */
    public AnnDataWriter genes(final AnnData data, final String note, final Progress progress) throws IOException {
        final var matrices = new LinkedHashMap<String, RowBlocks>();
        data.x().ifPresent(x -> matrices.put(StorePart.X, x));
        data.layers().forEach((name, layer) -> matrices.put(StorePart.LAYERS + name, layer));
        final double steps = Math.max(1, matrices.size());
        int step = 0;
        for (final var matrix : matrices.entrySet()) {
            final var store = newStore();
            put(StoreWriter.matrix(Stores.folder(store, matrix.getKey()), matrix.getKey(), matrix.getValue(),
                progress.part(step / steps, ++step / steps)), store);
        }
        m_parts.keySet().removeIf(name -> name.startsWith(StorePart.VARM));
        final var columns = frame(StorePart.VAR, data.var(), data.var().columns());
        m_outline = m_outline.withoutVarm().withSize(data.cells(), data.genes(), note).withVar(columns);
        return this;
    }

    /**
     * Puts other unstructured annotations in the place of those there are.
     *
     * @param uns texts, numbers, truth values, lists and maps of these
     * @return this
     * @throws IOException if they cannot be written
     */
    public AnnDataWriter uns(final Map<String, Object> uns) throws IOException {
        final var store = newStore();
        put(StoreWriter.uns(Stores.folder(store, StorePart.UNS), StorePart.UNS, uns), store);
        return this;
    }

    private List<ColumnOutline> frame(final String name, final Frame there, final Map<String, Column> added)
        throws IOException {
        Frame extended = there;
        final var outlines = new ArrayList<ColumnOutline>();
        for (final var column : added.entrySet()) {
            extended = extended.with(column.getKey(), column.getValue());
            outlines.add(ColumnOutline.of(column.getKey(), column.getValue()));
        }
        final var store = newStore();
        put(StoreWriter.frame(Stores.folder(store, name), name, extended), store);
        return outlines;
    }

    /** @return the data for an output port */
    public AnnDataPortObject finish() {
        return AnnDataPortObject.of(m_outline, List.copyOf(m_parts.values()));
    }

    private void put(final StorePart part, final FileStore store) {
        m_parts.put(part.name(), new StoredPart(part, store));
    }

    /** Names of stores are short: KNIME makes them longer each time data are written to a file and read again. */
    private FileStore newStore() throws IOException {
        return m_exec.createFileStore(m_prefix + m_stores++);
    }
}
