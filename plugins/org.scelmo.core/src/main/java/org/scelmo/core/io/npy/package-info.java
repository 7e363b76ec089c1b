/** The header of NumPy's {@code .npy} format, shared by the on-disk store and the embedding libraries. */
package org.scelmo.core.io.npy;
