/** Reading libraries of gene embeddings: tables, NumPy arrays, JSON and, without running any of it, Python pickle. */
package org.scelmo.core.io.library;
