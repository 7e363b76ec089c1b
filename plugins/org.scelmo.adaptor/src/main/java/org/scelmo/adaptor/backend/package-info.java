/** What computes: ND4J's native libraries, how they are loaded, and on which device they run. */
package org.scelmo.adaptor.backend;
