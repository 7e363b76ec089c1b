/**
 * Texts that are embedded without asking for them: cell sentences, summaries from databases, and how they are cleaned.
 */
package org.scelmo.llm.text;
