/** The network: a tower that turns gene vectors into gene factors, cells as their sums, a linear classifier. */
package org.scelmo.adaptor.network;
