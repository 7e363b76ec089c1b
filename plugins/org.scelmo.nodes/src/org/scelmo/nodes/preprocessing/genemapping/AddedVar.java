package org.scelmo.nodes.preprocessing.genemapping;

import java.util.List;

import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;
import org.scelmo.nodes.support.Tables;

/**
 * Names of the annotations that genes get.
 *
 * @param name of the column with names before
 * @param kind of the column with how they were found
 */
record AddedVar(String name, String kind) {

    static AddedVar of(final AnnDataOutline data) {
        final var taken = data.var().stream().map(ColumnOutline::name).toList();
        return new AddedVar(Tables.uniqueName("original_name", taken), Tables.uniqueName("found_as", taken));
    }

    AnnDataOutline addTo(final AnnDataOutline data, final String note) {
        return data.withVar(List.of(new ColumnOutline(name, Kind.STRING, List.of()),
            new ColumnOutline(kind, Kind.CATEGORICAL, List.of())), note);
    }
}
