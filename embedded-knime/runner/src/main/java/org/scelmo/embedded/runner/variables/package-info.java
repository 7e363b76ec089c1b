/**
 * Flow variables in settings files, and settings that they control.
 */
package org.scelmo.embedded.runner.variables;
