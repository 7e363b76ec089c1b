/**
 * Writes HDF5 files front to back, so that data of any size pass through little memory. Only what annotated data need
 * is there: groups, attributes, numbers, truth values and texts, whole or in chunks, with gzip. Files use superblock
 * version 2 and object headers version 2 with their links inside, chunk indices are version 1 B-trees and texts lie in
 * global heaps: all of it readable by HDF5 1.8 (2008) and later. Everything is appended: data as they come, the header
 * of each object when it is closed, and the superblock last, so that a file that was not finished is not taken for one.
 *
 * <p>Source: HDF5 File Format Specification Version 3.0, The HDF Group.
 */
package org.scelmo.core.io.hdf5.write;
