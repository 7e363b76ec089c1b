/**
 * Executing: the workflow without its metanodes, states, flow variables, worker threads, cancel.
 */
package org.scelmo.embedded.runner.exec;
