/** The page of KNIME's preferences. Apart from the nodes, as it needs the desktop, which a server does not have. */
package org.scelmo.preferences;
