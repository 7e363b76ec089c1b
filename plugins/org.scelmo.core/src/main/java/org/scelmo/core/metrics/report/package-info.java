/** Tables of scores of embeddings, each with the definition it follows or the reason why it is missing. */
package org.scelmo.core.metrics.report;
