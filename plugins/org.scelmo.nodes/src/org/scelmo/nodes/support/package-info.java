/** What nodes share: small classes that read inputs, build outputs, and tell users what is wrong and what to do. */
package org.scelmo.nodes.support;
