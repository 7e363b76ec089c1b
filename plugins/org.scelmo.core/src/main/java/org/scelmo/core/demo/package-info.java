/** Simulated cells and gene vectors for trying things out. They are made by code and tell nothing about biology. */
package org.scelmo.core.demo;
