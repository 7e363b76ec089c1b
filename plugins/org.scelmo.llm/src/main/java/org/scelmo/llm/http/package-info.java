/** How requests travel: where to, with which key, within which limits, and what a failure on the way means. */
package org.scelmo.llm.http;
