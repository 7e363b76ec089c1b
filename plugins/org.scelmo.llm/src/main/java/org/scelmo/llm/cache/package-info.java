/** The answers that were paid for, kept in one file that several programs may use at once. */
package org.scelmo.llm.cache;
