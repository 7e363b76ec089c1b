/** What is set once for all workflows: KNIME's preferences, and what comes before them on a server. */
package org.scelmo.nodes.support.preferences;
