/** Files that appear whole or not at all. */
package org.scelmo.core.io.file;
