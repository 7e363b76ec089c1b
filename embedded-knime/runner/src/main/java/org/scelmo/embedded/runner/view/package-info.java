/**
 * A node's view in an ordinary browser. {@link org.scelmo.embedded.runner.view.ViewServer} serves the node's page
 * within a small page of our own, which answers it as KNIME does; what is behind those answers is
 * {@link org.scelmo.embedded.runner.view.NodeView}.
 */
package org.scelmo.embedded.runner.view;
