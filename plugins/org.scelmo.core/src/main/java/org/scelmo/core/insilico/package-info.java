/**
 * Deletion of genes on paper: how much closer the mean cells of two conditions come in the space of embeddings when the
 * expression of a gene is set to zero, for every gene at once, with intervals and a comparison to similar genes.
 */
package org.scelmo.core.insilico;
