package org.scelmo.core.anndata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Everything of annotated data that goes by name.
 *
 * @param obsm cells × dimensions each
 * @param varm genes × dimensions each
 * @param obsp cells × cells each
 * @param layers cells × genes each
 * @param uns texts, numbers, truth values, lists and maps of these
 */
record Slots(Map<String, DenseMatrix> obsm, Map<String, DenseMatrix> varm, Map<String, RowBlocks> obsp,
    Map<String, RowBlocks> layers, Map<String, Object> uns) {

    static final Slots NONE = new Slots(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    Slots {
        obsm = Collections.unmodifiableMap(new LinkedHashMap<>(obsm));
        varm = Collections.unmodifiableMap(new LinkedHashMap<>(varm));
        obsp = Collections.unmodifiableMap(new LinkedHashMap<>(obsp));
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
        uns = Collections.unmodifiableMap(new LinkedHashMap<>(uns));
    }

    /** @throws IllegalArgumentException if a shape disagrees */
    void check(final int cells, final int genes) {
        obsm.forEach((name, m) -> check("obsm '" + name + "'", m.rows(), cells));
        varm.forEach((name, m) -> check("varm '" + name + "'", m.rows(), genes));
        obsp.forEach((name, m) -> {
            check("obsp '" + name + "'", m.rows(), cells);
            check("obsp '" + name + "' (columns)", m.columns(), cells);
        });
        layers.forEach((name, m) -> {
            check("layer '" + name + "'", m.rows(), cells);
            check("layer '" + name + "' (columns)", m.columns(), genes);
        });
    }

    static void check(final String what, final long actual, final long expected) {
        if (actual != expected) {
            throw new IllegalArgumentException("%s has size %d, but %d is needed.".formatted(what, actual, expected));
        }
    }

    Slots withObsm(final String name, final DenseMatrix matrix) {
        return new Slots(with(obsm, name, matrix), varm, obsp, layers, uns);
    }

    Slots withVarm(final String name, final DenseMatrix matrix) {
        return new Slots(obsm, with(varm, name, matrix), obsp, layers, uns);
    }

    Slots withObsp(final String name, final RowBlocks matrix) {
        return new Slots(obsm, varm, with(obsp, name, matrix), layers, uns);
    }

    Slots withLayer(final String name, final RowBlocks layer) {
        return new Slots(obsm, varm, obsp, with(layers, name, layer), uns);
    }

    Slots withUns(final String name, final Object value) {
        return new Slots(obsm, varm, obsp, layers, with(uns, name, value));
    }

    Slots withoutLayers() {
        return new Slots(obsm, varm, obsp, Map.of(), uns);
    }

    private static <T> Map<String, T> with(final Map<String, T> map, final String name, final T value) {
        final var copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
