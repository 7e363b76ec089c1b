package org.scelmo.core.io.library;

import org.scelmo.core.embedding.FeatureEmbedding;

/**
 * What was read.
 *
 * @param embedding the kept vectors, in memory, in the order of the file
 * @param report what the file held
 */
public record LibraryContent(FeatureEmbedding embedding, LibraryReport report) {
}
