/**
 * Reading expression from text: MatrixMarket with the lists of names beside it, as Cell Ranger and many others write
 * it, and tables separated by tab, comma or semicolon; all of them also compressed with gzip. Each file is read once,
 * line by line; entries pass through a temporary file. Entry points:
 * {@link org.scelmo.core.io.text.MatrixMarketFile} and {@link org.scelmo.core.io.text.TextTableFile}.
 */
package org.scelmo.core.io.text;
