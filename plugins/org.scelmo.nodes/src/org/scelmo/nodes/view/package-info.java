/**
 * What the pages of views share: how a page is put together ({@link org.scelmo.nodes.view.ViewPage}), how it speaks
 * with KNIME ({@code knime-view.js}) and how it looks ({@code view.css}).
 */
package org.scelmo.nodes.view;
