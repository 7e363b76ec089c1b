/** Pictures of cells in two or three dimensions: UMAP. */
package org.scelmo.core.layout;
