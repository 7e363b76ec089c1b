/** The trained adaptor: what it holds, its file, and its use on cells. */
package org.scelmo.adaptor.model;
