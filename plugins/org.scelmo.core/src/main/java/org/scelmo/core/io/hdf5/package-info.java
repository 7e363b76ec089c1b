/**
 * Careful access to HDF5 files: jhdf parses the file's own structures (object headers, trees, heaps), while this
 * package bounds every size a file claims, decodes chunks itself (each once, per-chunk filter masks honored), never
 * follows a link out of the file and turns whatever goes wrong into an {@link org.scelmo.core.io.hdf5.Hdf5Exception}.
 * Files are read through a channel, not mapped, so that a file cut short under our hands is an error and not a crash.
 */
package org.scelmo.core.io.hdf5;
