/** Data of several samples joined into one, cells below cells, as {@code anndata.concat} does. */
package org.scelmo.core.anndata.concat;
