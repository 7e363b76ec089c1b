/** Names of genes: approved symbols, Ensembl ids, previous symbols and aliases, and data whose genes get new names. */
package org.scelmo.core.genes;
