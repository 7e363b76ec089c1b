/**
 * What flows along the wires: annotated data, gene vectors and trained adaptors. The numbers lie in file stores, which
 * a node that only adds something shares with its input; a port object itself is small.
 */
package org.scelmo.nodes.port;
