/**
 * Writes annotated data as anndata 0.8 and later do (file format 0.1.0 of {@code anndata}), so that anndata, Scanpy,
 * CELLxGENE and R readers open them. How each part is stored:
 *
 * <ul>
 * <li>X, layers and obsp: CSR, float32 values; indices and row offsets int32 as SciPy's, int64 from 2<sup>31</sup>
 * entries on.
 * <li>obsm and varm: float32 arrays.
 * <li>obs and var: data frames. Texts become string arrays and categories categoricals. Whole numbers and truth values
 * with missing entries become nullable arrays. <b>Texts with missing entries become categoricals</b>, categories
 * sorted: no array of texts that all these versions read can have missing entries, and anndata itself does so when
 * writing.
 * <li>uns: texts, numbers, truth values, lists of one kind of these, and maps.
 * <li>Names that HDF5 cannot hold (empty, or with a slash) are changed; that is told.
 * </ul>
 */
package org.scelmo.core.io.h5ad.write;
