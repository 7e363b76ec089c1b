/**
 * The structure of a workflow folder, as it lies on disk.
 */
package org.scelmo.embedded.runner.model;
