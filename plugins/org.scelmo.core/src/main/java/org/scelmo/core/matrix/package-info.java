/**
 * Matrices that everything numeric stands on: sparse rows ({@link org.scelmo.core.matrix.CsrMatrix}, float32), dense
 * ones of any size, and streams of row blocks of matrices that do not fit the memory, with the kernels over them.
 */
package org.scelmo.core.matrix;
