/**
 * Tests of genes between groups of cells, with scanpy's numbers: Welch's t, Wilcoxon's rank sum, Benjamini-Hochberg.
 */
package org.scelmo.core.stats;
