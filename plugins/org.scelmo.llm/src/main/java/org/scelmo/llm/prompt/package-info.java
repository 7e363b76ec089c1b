/** What a model is asked: presets with the published wording, templates with placeholders, and the mark of a prompt. */
package org.scelmo.llm.prompt;
