/** What dialogs of several nodes offer and refuse: choices from the inputs, and the limits of numbers. */
package org.scelmo.nodes.support.dialog;
