/** What may be wrong with an answer, told without asking another model. */
package org.scelmo.llm.lint;
