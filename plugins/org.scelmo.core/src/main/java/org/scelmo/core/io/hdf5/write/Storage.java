package org.scelmo.core.io.hdf5.write;

/**
 * How the datasets of a file are stored.
 *
 * @param compression of their chunks
 * @param chunkBytes size of a chunk before compression; rows that are longer make a chunk each
 */
record Storage(Compression compression, int chunkBytes) {
}
