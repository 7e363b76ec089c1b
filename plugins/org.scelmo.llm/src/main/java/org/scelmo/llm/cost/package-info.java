/** What asking costs: tokens, prices, an estimate before and hard limits while spending. */
package org.scelmo.llm.cost;
