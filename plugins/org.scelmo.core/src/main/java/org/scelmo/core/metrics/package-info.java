/**
 * Scores of embeddings, one class a metric, each following a named version of scib or scib-metrics. What cannot be
 * computed has a reason, never NaN.
 */
package org.scelmo.core.metrics;
