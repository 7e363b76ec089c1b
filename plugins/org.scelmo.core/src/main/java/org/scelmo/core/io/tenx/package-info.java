/**
 * Reading the HDF5 files of 10x Genomics' Cell Ranger, versions 2 and 3: a matrix of features × barcodes in compressed
 * sparse columns, which is cells × genes in compressed sparse rows. Names and annotations are those of scanpy's
 * {@code read_10x_h5}. Entry point: {@link org.scelmo.core.io.tenx.TenxFile}.
 */
package org.scelmo.core.io.tenx;
