/** Which sets of genes are found among chosen genes more often than by chance. */
package org.scelmo.core.enrich;
