/**
 * Puts the entries of matrices that are not stored by row into rows, in bounded memory: through temporary files where
 * they are many.
 */
package org.scelmo.core.io.rows;
