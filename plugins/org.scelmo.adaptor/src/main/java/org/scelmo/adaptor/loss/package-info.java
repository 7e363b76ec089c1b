/** What the training of the adaptor minimises, with exact gradients; all in float64. */
package org.scelmo.adaptor.loss;
