/**
 * An opened workflow: which saved results are still valid, and saving.
 */
package org.scelmo.embedded.runner.session;
