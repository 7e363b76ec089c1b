/** Preprocessing of expression with scanpy's numbers: filters, normalization, variable genes, principal components. */
package org.scelmo.core.preprocess;
