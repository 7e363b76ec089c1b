/** What the nodes that make adaptors share: the tables and ports they fill. */
package org.scelmo.nodes.support.adaptor;
