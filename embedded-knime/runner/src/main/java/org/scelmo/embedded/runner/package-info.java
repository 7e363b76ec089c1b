/**
 * Runs KNIME workflows without KNIME. {@link org.scelmo.embedded.runner.Main} is the command line.
 */
package org.scelmo.embedded.runner;
