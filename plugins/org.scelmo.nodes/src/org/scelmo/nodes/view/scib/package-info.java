/** The table of scores of embeddings as a picture: circles for scores, bars for totals. */
package org.scelmo.nodes.view.scib;
