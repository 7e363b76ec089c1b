/** Asks a model for many rows: nothing is paid twice, no answer is lost, limits hold, and it can be canceled. */
package org.scelmo.llm.run;
