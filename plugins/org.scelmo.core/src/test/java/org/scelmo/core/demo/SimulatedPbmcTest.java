package org.scelmo.core.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;

import org.junit.jupiter.api.Test;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

class SimulatedPbmcTest {

    private static final int CELLS = 300;

    private final AnnData m_data = SimulatedPbmc.simulate(CELLS, 1);

    @Test
    void hasLogNormalizedCountsInXAndCountsInALayer() throws Exception {
        final var x = whole(m_data.x().orElseThrow()).checkStructure();
        final var counts = whole(m_data.layers().get("counts")).checkStructure();
        assertArrayEquals(counts.indices(), x.indices());
        final var totals = ((IntegerColumn)m_data.obs().column("n_counts").orElseThrow()).values();
        for (int i = 0; i < CELLS; i++) {
            assertEquals(totals[i], counts.rowSum(i));
            for (int e = counts.begin(i); e < counts.end(i); e++) {
                final float count = counts.values()[e];
                assertEquals(Math.rint(count), count);
                assertEquals(Math.log1p(count * 1e4 / totals[i]), x.values()[e], 1e-6);
            }
        }
    }

    @Test
    void looksLikeSingleCellData() throws Exception {
        final var counts = whole(m_data.layers().get("counts"));
        final double density = (double)counts.nnz() / CELLS / m_data.genes();
        assertTrue(density > 0.05 && density < 0.3, "density " + density);
        assertTrue(m_data.genes() >= 1000 && m_data.genes() <= 1500, "genes " + m_data.genes());
        assertEquals(m_data.genes(), new HashSet<>(Arrays.asList(m_data.var().index())).size());
        assertEquals(CELLS, new HashSet<>(Arrays.asList(m_data.obs().index())).size());
        final var types = (CategoricalColumn)m_data.obs().column("cell_type").orElseThrow();
        assertEquals(SimulatedCellType.values().length, Arrays.stream(types.codes()).distinct().count());
        assertEquals(156, Arrays.stream(((CategoricalColumn)m_data.obs().column("donor").orElseThrow()).codes())
            .filter(code -> code == 0).count());
    }

    @Test
    void markersAreHighestInTheirCellType() throws Exception {
        assertMarker("MS4A1", "B cell");
        assertMarker("PPBP", "megakaryocyte");
        assertMarker("GNLY", "NK cell");
        assertMarker("S100A8", "CD14 monocyte");
    }

    @Test
    void dependsOnTheSeedOnly() throws Exception {
        final var again = SimulatedPbmc.simulate(CELLS, 1);
        final var other = SimulatedPbmc.simulate(CELLS, 2);
        assertArrayEquals(m_data.obs().index(), again.obs().index());
        assertArrayEquals(whole(m_data.x().orElseThrow()).values(), whole(again.x().orElseThrow()).values());
        assertFalse(Arrays.equals(m_data.obs().index(), other.obs().index()));
    }

    @Test
    void sharesOfCellTypesSumToOne() {
        assertEquals(1, Arrays.stream(SimulatedCellType.values()).mapToDouble(SimulatedCellType::share).sum(), 1e-12);
    }

    private void assertMarker(final String gene, final String type) throws Exception {
        final int column = Arrays.asList(m_data.var().index()).indexOf(gene);
        final var x = whole(m_data.x().orElseThrow());
        final var types = (CategoricalColumn)m_data.obs().column("cell_type").orElseThrow();
        final var sums = new double[types.categories().size()];
        final var cells = new int[sums.length];
        final var doublets = ((BooleanColumn)m_data.obs().column("is_doublet").orElseThrow()).values();
        for (int i = 0; i < CELLS; i++) {
            if (doublets[i]) {
                continue;
            }
            cells[types.codes()[i]]++;
            for (int e = x.begin(i); e < x.end(i); e++) {
                sums[types.codes()[i]] += x.indices()[e] == column ? x.values()[e] : 0;
            }
        }
        int best = 0;
        for (int t = 0; t < sums.length; t++) {
            best = sums[t] / cells[t] > sums[best] / cells[best] ? t : best;
        }
        assertEquals(type, types.categories().get(best), gene);
    }

    private static CsrMatrix whole(final RowBlocks blocks) throws Exception {
        try (var cursor = blocks.open()) {
            return cursor.next(CELLS);
        }
    }
}
