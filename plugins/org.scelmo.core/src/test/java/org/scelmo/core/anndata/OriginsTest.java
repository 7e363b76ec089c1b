package org.scelmo.core.anndata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class OriginsTest {

    @Test
    void followsWhatWasMadeFromWhat() {
        var uns = Origins.note(Map.of("seed", 7L), "obsm/X_adaptor", "obs/cell_type", "X");
        uns = Origins.note(uns, Origins.obsp("connectivities"), Origins.obsm("X_adaptor"));
        uns = Origins.note(uns, Origins.obs("leiden"), Origins.obsp("connectivities"));
        assertEquals(7L, uns.get("seed"));
        assertEquals(Set.of("obsp/connectivities", "obsm/X_adaptor", "obs/cell_type", "X"),
            Origins.of(uns, "obs/leiden"));
        assertEquals(Set.of(), Origins.of(uns, "obs/cell_type"));
        assertEquals(Set.of(), Origins.of(uns, "X"));
    }

    @Test
    void whatIsMadeAnewForgetsItsFormerOrigin() {
        final var uns = Origins.note(Origins.note(Map.of(), "obs/a", "obs/b"), "obs/a", "obs/c");
        assertEquals(Set.of("obs/c"), Origins.of(uns, "obs/a"));
    }

    @Test
    void mergedOriginsAreThoseOfAll() {
        final var first = Origins.note(Origins.note(Map.of("seed", 7L), "obsm/X_pca", "X"), "obs/leiden", "obsm/X_pca");
        final var second = Origins.note(Map.of(), "obsm/X_pca", "X", "obs/cell_type");
        final var merged = Origins.merged(List.of(first, Map.of("title", "none noted"), second));
        assertEquals(Set.of(Origins.KEY), merged.keySet());
        assertEquals(Set.of("obsm/X_pca", "X", "obs/cell_type"), Origins.of(merged, "obs/leiden"));
        assertEquals(Map.of(), Origins.merged(List.of(Map.of("title", "none noted"))));
    }

    @Test
    void circlesEnd() {
        final var uns = Origins.note(Origins.note(Map.of(), "obs/a", "obs/b", "obs/a"), "obs/b", "obs/a");
        assertEquals(Set.of("obs/b"), Origins.of(uns, "obs/a"));
    }

    @Test
    void namesMayHoldSlashes() {
        final var uns = Origins.note(Map.of(), Origins.obs("B/T cell"), Origins.obsm("X"));
        assertEquals(Set.of("obsm/X"), Origins.of(uns, Origins.obs("B/T cell")));
    }

    @Test
    void whatOthersWroteIsLeftOut() {
        assertEquals(Set.of(), Origins.of(Map.of(), "obs/a"));
        assertEquals(Set.of(), Origins.of(Map.of(Origins.KEY, "text"), "obs/a"));
        assertEquals(Set.of(), Origins.of(Map.of(Origins.KEY, Map.of("obs", 3)), "obs/a"));
        assertEquals(Set.of("obs/b"), Origins.of(Map.of(Origins.KEY, Map.of("obs", Map.of("a", "obs/b"))), "obs/a"));
        assertEquals(Set.of("obs/b"),
            Origins.of(Map.of(Origins.KEY, Map.of("obs", Map.of("a", List.of(5, "obs/b")))), "obs/a"));
        assertEquals(Set.of("obs/b"),
            Origins.of(Map.of(Origins.KEY, Map.of("obs", Map.of("a", new String[]{"obs/b"}))), "obs/a"));
    }
}
