/**
 * A real HTTP server on 127.0.0.1 that speaks OpenAI's API, counts what a provider would charge for, and misbehaves as
 * a script tells it to. For the tests of this module and, as its test jar, for those of the nodes.
 */
package org.scelmo.llm.testserver;
