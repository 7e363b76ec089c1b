/**
 * Annotated data as scanpy users know them: expression X (cells × genes) with annotations of cells (obs) and genes
 * (var), embeddings (obsm, varm), layers, graphs (obsp) and what else is known (uns). Immutable once built.
 */
package org.scelmo.core.anndata;
