/** Work in parts on a few threads, with results that do not depend on their number. */
package org.scelmo.adaptor.parallel;
