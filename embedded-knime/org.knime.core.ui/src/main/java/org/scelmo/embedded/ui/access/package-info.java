/** Opens package-private parts of this module's API double to the machinery around it. */
package org.scelmo.embedded.ui.access;
