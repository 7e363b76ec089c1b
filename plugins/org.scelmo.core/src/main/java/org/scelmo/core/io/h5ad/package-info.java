/**
 * Reading AnnData's {@code .h5ad} files, from the first ones to today's: X and layers as CSR, CSC or dense of any
 * number type, raw, obs and var with every kind of column, obsm, varm, obsp, and what is simple in uns. Matrices
 * stream; nothing needs the whole file in memory. Entry point: {@link org.scelmo.core.io.h5ad.H5adFile}.
 *
 * <p>Choices: column indices that are out of order within a row are sorted; entries given twice are summed, as SciPy
 * does; explicit zeros stay. varp is not read. Values become float32. A file that contradicts itself is
 * refused with a {@link org.scelmo.core.io.h5ad.MalformedAnnDataException}; what is merely not understood in an
 * optional place is left out and noted.
 */
package org.scelmo.core.io.h5ad;
