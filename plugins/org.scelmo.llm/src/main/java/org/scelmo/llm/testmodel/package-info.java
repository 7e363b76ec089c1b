/** Models without network, money or meaning: for tests, for trying a workflow out, and for its first run. */
package org.scelmo.llm.testmodel;
