/** Labels carried from reference cells to others by their nearest neighbors, and how right they are. */
package org.scelmo.core.annotate;
