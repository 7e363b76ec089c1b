/**
 * Which nodes and port types there are: plugin.xml files on the class path and in folders of bundles.
 */
package org.scelmo.embedded.runner.registry;
