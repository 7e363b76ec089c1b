package org.scelmo.core.io.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.io.file.DiskFullException;
import org.scelmo.core.io.npy.NpyHeader;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Writes parts, each into a folder of its own that must not hold anything yet. Matrices stream through: memory does not
 * grow with them. If writing fails or is canceled, the folder is removed, so that nothing half-written stays. A full
 * disk is told by {@link DiskFullException}.
 */
public final class StoreWriter {

    private static final int ROWS = 4096;
    private static final JsonMapper JSON =
        JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    private StoreWriter() {
    }

    /** Writes something. */
    interface Writing<T> {
        T write() throws IOException;
    }

    private interface PartWriting {
        StorePart write(Path folder) throws IOException;
    }

    private static StorePart part(final Path folder, final PartWriting writing) throws IOException {
        create(folder);
        try {
            return tellingIfFull(folder, () -> {
                final var part = writing.write(folder);
                final var sum = Checksum.of(folder);
                return new StorePart(part.name(), part.kind(), part.rows(), part.columns(), part.entries(), sum.bytes(),
                    sum.sum());
            });
        } catch (IOException | RuntimeException | Error e) {
            remove(folder, e);
            throw e;
        }
    }

    /** @throws DiskFullException if that is why it cannot be written */
    static <T> T tellingIfFull(final Path folder, final Writing<T> writing) throws IOException {
        try {
            return writing.write();
        } catch (IOException e) {
            throw DiskFullException.explained(e, folder,
                "data could not be stored on the disk of KNIME's temporary files, in '%s', and were removed"
                    .formatted(folder),
                "Reset nodes whose results are not needed, as their data are on that disk.",
                "Choose a workspace, or a folder for temporary files, on another disk.");
        }
    }

    /** A folder that holds something is left alone, or a failure would remove what is not ours. */
    static void create(final Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new FileAlreadyExistsException(folder.toString(), null, "the folder for a part is not empty");
            }
        }
    }

    static void remove(final Path folder, final Throwable reason) {
        try (var files = Files.list(folder)) {
            for (final var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static StorePart bare(final String name, final StorePart.Kind kind, final long rows, final long columns,
        final long entries) {
        return new StorePart(name, kind, rows, columns, entries, 0, "");
    }

    /**
     * Writes a sparse matrix.
     *
     * @param folder new
     * @param name of the part
     * @param matrix streamed once
     * @param progress told after each block
     * @return what was written
     * @throws IOException if the source cannot be read or the folder not written
     */
    public static StorePart matrix(final Path folder, final String name, final RowBlocks matrix,
        final Progress progress) throws IOException {
        return part(folder, f -> {
            long entries = 0;
            long rows = 0;
            try (var offsets = new NpyWriter(f.resolve("indptr.npy"), NpyHeader.INT64);
                    var indices = new NpyWriter(f.resolve("indices.npy"), NpyHeader.INT32);
                    var values = new NpyWriter(f.resolve("data.npy"), NpyHeader.FLOAT32);
                    var cursor = matrix.open()) {
                offsets.put(0);
                for (var block = cursor.next(ROWS); block != null; block = cursor.next(ROWS)) {
                    progress.checkCanceled();
                    for (int i = 0; i < block.rows(); i++) {
                        offsets.put(entries + block.offsets()[i + 1]);
                    }
                    indices.ints(block.indices(), (int)block.nnz());
                    values.floats(block.values(), 0, (int)block.nnz());
                    entries += block.nnz();
                    rows += block.rows();
                    cursor.recycle(block);
                    final long done = rows;
                    progress.update((double)rows / matrix.rows(),
                        () -> "Writing %s: row %,d of %,d".formatted(name, done, matrix.rows()));
                }
                offsets.finish(rows + 1);
                indices.finish(entries);
                values.finish(entries);
            }
            return bare(name, StorePart.Kind.MATRIX, rows, matrix.columns(), entries);
        });
    }

    /**
     * Begins a dense matrix that is written row by row.
     *
     * @param folder new
     * @param name of the part
     * @param columns length of each row
     * @return where the rows go; close it, whatever happens
     * @throws IOException if the folder cannot be written
     */
    public static DensePartWriter dense(final Path folder, final String name, final int columns) throws IOException {
        return new DensePartWriter(folder, name, columns);
    }

    /** Writes a dense matrix. */
    public static StorePart dense(final Path folder, final String name, final DenseMatrix matrix,
        final Progress progress) throws IOException {
        return part(folder, f -> {
            DensePartWriter.write(f, name, matrix, progress);
            return bare(name, StorePart.Kind.DENSE, matrix.rows(), matrix.columns(), -1);
        });
    }

    /** Writes a data frame. */
    public static StorePart frame(final Path folder, final String name, final Frame frame) throws IOException {
        return part(folder, f -> {
            FrameFiles.write(f, frame);
            return bare(name, StorePart.Kind.FRAME, frame.size(), frame.columns().size(), -1);
        });
    }

    /** Writes unstructured annotations: texts, numbers, truth values, lists and maps of these. */
    public static StorePart uns(final Path folder, final String name, final Map<String, Object> uns)
        throws IOException {
        return part(folder, f -> {
            json(f.resolve("uns.json"), uns);
            return bare(name, StorePart.Kind.UNS, uns.size(), 0, -1);
        });
    }

    /** Writes named vectors. */
    public static StorePart embedding(final Path folder, final String name, final FeatureEmbedding embedding,
        final Progress progress) throws IOException {
        return part(folder, f -> {
            describe(f, embedding.names(), embedding.provenance());
            DensePartWriter.write(f, name, embedding.vectors(), progress);
            return bare(name, StorePart.Kind.EMBEDDING, embedding.size(), embedding.dimensions(), -1);
        });
    }

    /** Writes everything about named vectors but their numbers. */
    static void describe(final Path folder, final List<String> names, final Provenance provenance)
        throws IOException {
        Texts.write(folder, "names", names);
        json(folder.resolve("provenance.json"), provenance.entries());
    }

    static void json(final Path file, final Object value) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            JSON.writeValue(out, value);
        }
    }

    /**
     * Writes every part of the data.
     *
     * @param data to write
     * @param newFolder gives a new folder for the part of a name
     * @param progress told as the matrices are written
     * @return the parts, in the order written
     * @throws IOException if the data cannot be read or a folder not written
     */
    public static List<StorePart> anndata(final AnnData data, final Function<String, Path> newFolder,
        final Progress progress) throws IOException {
        final List<StorePart> parts = new ArrayList<>();
        parts.add(frame(newFolder.apply(StorePart.OBS), StorePart.OBS, data.obs()));
        parts.add(frame(newFolder.apply(StorePart.VAR), StorePart.VAR, data.var()));
        if (!data.uns().isEmpty()) {
            parts.add(uns(newFolder.apply(StorePart.UNS), StorePart.UNS, data.uns()));
        }
        final var sparse = new LinkedHashMap<String, RowBlocks>();
        data.x().ifPresent(x -> sparse.put(StorePart.X, x));
        data.layers().forEach((name, layer) -> sparse.put(StorePart.LAYERS + name, layer));
        data.obsp().forEach((name, graph) -> sparse.put(StorePart.OBSP + name, graph));
        final var dense = new LinkedHashMap<String, DenseMatrix>();
        data.obsm().forEach((name, matrix) -> dense.put(StorePart.OBSM + name, matrix));
        data.varm().forEach((name, matrix) -> dense.put(StorePart.VARM + name, matrix));
        final double steps = (double)sparse.size() + dense.size();
        int step = 0;
        for (final var matrix : sparse.entrySet()) {
            final var name = matrix.getKey();
            parts.add(matrix(newFolder.apply(name), name, matrix.getValue(),
                progress.part(step / steps, ++step / steps)));
        }
        for (final var matrix : dense.entrySet()) {
            final var name = matrix.getKey();
            parts.add(dense(newFolder.apply(name), name, matrix.getValue(),
                progress.part(step / steps, ++step / steps)));
        }
        return parts;
    }
}
