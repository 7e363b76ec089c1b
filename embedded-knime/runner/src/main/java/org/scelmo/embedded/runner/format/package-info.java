/**
 * KNIME's on-disk forms: binary tables and the tables derived from them, port objects, settings files.
 * Everything is checked as it is read; no Java serialization.
 */
package org.scelmo.embedded.runner.format;
