/** Training of the adaptor: from labelled cells and gene vectors to the best weights. */
package org.scelmo.adaptor.train;
