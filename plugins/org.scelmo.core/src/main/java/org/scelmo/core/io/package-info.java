/** The front door of reading: {@link org.scelmo.core.io.AnnDataReader} opens single-cell data of any known format. */
package org.scelmo.core.io;
