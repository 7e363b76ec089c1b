/**
 * What all of core has in common: exceptions that tell users what to do, and how long work reports its progress and is
 * canceled. Core is plain Java: no KNIME, no HTTP, no deep learning.
 */
package org.scelmo.core;
