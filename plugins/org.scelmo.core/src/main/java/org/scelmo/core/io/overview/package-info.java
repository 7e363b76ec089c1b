/** What a file holds, told at once for a file of any size: see {@link org.scelmo.core.io.overview.FileOverview}. */
package org.scelmo.core.io.overview;
