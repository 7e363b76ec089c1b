/**
 * The on-disk store behind the AnnData and Embedding ports: each part of the data is a folder that stands alone, so
 * that a step that adds an embedding writes only that and shares the rest. {@link
 * org.scelmo.core.io.store.StoreWriter} makes parts, {@link org.scelmo.core.io.store.StoredAnnData} and {@link
 * org.scelmo.core.io.store.StoredEmbedding} open them.
 *
 * <p>Files, all numbers little-endian in NumPy's NPY format so that Python reads them too:
 * <ul>
 * <li>matrix (cells × genes or cells × cells, compressed sparse rows): {@code indptr.npy} int64, {@code indices.npy}
 * int32, {@code data.npy} float32</li>
 * <li>dense (rows × dimensions): {@code data.npy} float32, row-major</li>
 * <li>frame: {@code frame.json} (row count, columns with kind and categories), the names as a text, and for column
 * <i>i</i> a file {@code c<i>.npy} (int64, float64, bool, or int32 codes) or a text {@code c<i>}, with
 * {@code c<i>.missing.npy} (bool) if entries are missing</li>
 * <li>text: {@code <name>.utf8} (all strings, one after the other) and {@code <name>.offsets.npy} int64, one more than
 * strings</li>
 * <li>uns: {@code uns.json}</li>
 * <li>embedding: a text {@code names}, {@code data.npy} float32 and {@code provenance.json}</li>
 * </ul>
 *
 * <p>A matrix may also be a <i>link</i>: it has no folder and is read from an {@code .h5ad} file of the user's, row
 * block by row block. Its {@link org.scelmo.core.io.store.FileLink} holds the file's absolute path, the place of the
 * matrix inside it, the file's length and date, and a checksum of its structure (paths, shapes, types, attributes and
 * where each object lies); all are compared each time the file is opened. Annotations and embeddings are always stored:
 * they are small, and every node needs them.
 *
 * <p>What is known about a part ({@link org.scelmo.core.io.store.StorePart}) is tiny and travels apart from it:
 * shape, size in bytes and a checksum. Before a part is first used the size is compared, and the checksum: over every
 * byte of files up to 16 MB, over 64 evenly spaced pages of 64 kB of longer ones. A damage that changes neither a
 * sampled page nor a size shows only if it breaks the structure of a sparse matrix, which is checked block by block.
 */
package org.scelmo.core.io.store;
