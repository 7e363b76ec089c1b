/**
 * Nodes that take credentials. KNIME's fluent API gives a node none before 5.12, so these have a model of the classic
 * kind, with the same modern dialog as all others.
 */
package org.scelmo.nodes.support.credentials;
