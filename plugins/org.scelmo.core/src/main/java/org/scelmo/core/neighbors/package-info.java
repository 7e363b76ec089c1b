/** Nearest neighbors, exact and approximate, and the weighted graph that UMAP and scanpy make of them. */
package org.scelmo.core.neighbors;
