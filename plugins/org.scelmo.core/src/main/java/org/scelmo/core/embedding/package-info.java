/**
 * The heart: vectors of genes ({@link org.scelmo.core.embedding.FeatureEmbedding}, names × dimensions), matched to the
 * genes of the data by name, and averaged over the expression of each cell.
 */
package org.scelmo.core.embedding;
