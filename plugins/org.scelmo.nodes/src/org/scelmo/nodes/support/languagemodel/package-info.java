/** What nodes share that ask language models: which model, with which key, at what cost, and where answers are kept. */
package org.scelmo.nodes.support.languagemodel;
