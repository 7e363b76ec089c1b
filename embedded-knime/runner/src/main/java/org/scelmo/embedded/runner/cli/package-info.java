/**
 * The command line: arguments, progress, tables and messages on the terminal, exit codes.
 */
package org.scelmo.embedded.runner.cli;
