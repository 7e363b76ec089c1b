/**
 * Models behind OpenAI's API, or behind one of the many services that speak it. A model is made of an
 * {@link org.scelmo.llm.openai.Endpoint}, a key, its options and the limits of the connection.
 */
package org.scelmo.llm.openai;
