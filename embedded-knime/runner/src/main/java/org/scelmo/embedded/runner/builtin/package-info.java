/**
 * Stand-ins for nodes of KNIME itself.
 */
package org.scelmo.embedded.runner.builtin;
