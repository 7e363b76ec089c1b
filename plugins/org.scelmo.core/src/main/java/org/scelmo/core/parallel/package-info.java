/** Work shared among processors so that results do not depend on their number. */
package org.scelmo.core.parallel;
