/** Writes named vectors in forms that every other tool reads, and that {@code io.library} reads back. */
package org.scelmo.core.io.library.write;
