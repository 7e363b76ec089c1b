package org.scelmo.core.io.h5ad.write;

import java.io.IOException;

import org.scelmo.core.io.hdf5.write.DatasetWriter;
import org.scelmo.core.io.hdf5.write.ElementKind;
import org.scelmo.core.io.hdf5.write.GroupWriter;

/** The attributes by which anndata knows what a group or dataset is. */
final class Encoding {

    private static final String TYPE = "encoding-type";
    private static final String VERSION = "encoding-version";

    private Encoding() {
    }

    static GroupWriter group(final GroupWriter parent, final String name, final String type, final String version)
        throws IOException {
        final var group = parent.group(name);
        of(group, type, version);
        return group;
    }

    static GroupWriter dictionary(final GroupWriter parent, final String name) throws IOException {
        return group(parent, name, "dict", "0.1.0");
    }

    static void of(final GroupWriter group, final String type, final String version) throws IOException {
        group.attribute(TYPE, type);
        group.attribute(VERSION, version);
    }

    static DatasetWriter list(final GroupWriter parent, final String name, final ElementKind kind)
        throws IOException {
        return of(parent.list(name, kind), kind == ElementKind.TEXT ? "string-array" : "array");
    }

    static DatasetWriter table(final GroupWriter parent, final String name, final ElementKind kind, final long rows,
        final int columns) throws IOException {
        return of(parent.table(name, kind, rows, columns), "array");
    }

    static DatasetWriter scalar(final GroupWriter parent, final String name, final ElementKind kind)
        throws IOException {
        return of(parent.scalar(name, kind), kind == ElementKind.TEXT ? "string" : "numeric-scalar");
    }

    private static DatasetWriter of(final DatasetWriter data, final String type) throws IOException {
        data.attribute(TYPE, type);
        data.attribute(VERSION, "0.2.0");
        return data;
    }
}
