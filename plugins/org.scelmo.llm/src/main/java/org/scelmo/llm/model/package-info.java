/** What a language model is to us: prompts in, texts or vectors out, and the ways it can fail. */
package org.scelmo.llm.model;
