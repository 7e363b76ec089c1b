/** Communities of the neighbor graph. */
package org.scelmo.core.cluster;
