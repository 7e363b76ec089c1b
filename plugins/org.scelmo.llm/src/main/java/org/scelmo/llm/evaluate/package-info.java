/**
 * How good descriptions and their vectors are: against reference texts, against each other, and for telling functions.
 */
package org.scelmo.llm.evaluate;
