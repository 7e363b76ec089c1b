package org.scelmo.nodes.analysis.markers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

/** Eight cells: three B, three T, one NK and one without type. B has CD19, T has CD3E; ACTB is the same in all. */
class MarkerGenesNodeFactoryTest {

    private static final float[][] X = {{1.5f, 0, 1.25f, 0}, {2.5f, 0, 1.25f, 0}, {2.25f, 0, 1.25f, 0.5f},
        {0, 1.5f, 1.25f, 0}, {0, 2.5f, 1.25f, 0.5f}, {0, 2.25f, 1.25f, 0}, {0, 0, 1.25f, 3.5f}, {0, 9, 1.25f, 0}};

    private static AnnData data(final float[][] x) {
        return AnnData.of(RowBlocks.of(CsrMatrix.fromDense(x)),
            new Frame(new String[]{"a", "b", "c", "d", "e", "f", "g", "h"},
                Map.of("cell_type", TestData.categorical("B", "B", "B", "T", "T", "T", "NK", null))),
            new Frame(new String[]{"CD19", "CD3E", "ACTB", "NKG7"}, Map.of()));
    }

    private static TestNode node() {
        return TestNode.of(MarkerGenesNodeFactory::new);
    }

    private static TestNode run(final TestNode node, final float[][] x) {
        try (var source = SourceNodeFactory.of(data(x))) {
            return node.run(source.<AnnDataPortObject> output(0));
        }
    }

    private static String failure(final TestNode node) {
        try (var source = SourceNodeFactory.of(data(X)); node) {
            return node.failure(source.<AnnDataPortObject> output(0));
        }
    }

    /** By hand: the three B cells have the ranks 5, 6 and 7 of 7, so that z = (18 − 12) / √8. */
    @Test
    void findsTheMarkersOfEachGroup() {
        try (var node = run(node().set("maxAdjusted", 1.0).set("unnamed", "LEFT_OUT"), X)) {
            final var table = node.table(0);
            assertEquals(List.of("B", "T"), Rows.texts(table, "Group").subList(0, 2));
            assertEquals(List.of("CD19", "CD3E"), Rows.texts(table, "Gene").subList(0, 2));
            assertEquals(6 / Math.sqrt(8), Rows.number(table, "Row0", "Score"), 1e-12);
            assertEquals(1, Rows.number(table, "Row0", "Fraction in group"));
            assertEquals(0, Rows.number(table, "Row0", "Fraction in others"));
            assertTrue(node.warning().contains("1 of 8 cells have no value of 'cell_type' and take no part."));
            assertTrue(node.warning().contains("A single cell cannot be tested: 'NK' have no markers."));
            assertTrue(node.warning().contains("Groups of 25 cells or fewer have rough p values: 'B', 'T'."));
            assertTrue(table.getDataTableSpec().equalStructure((DataTableSpec)node.host().outputSpec(0)));
        }
    }

    /** By hand, as scanpy counts: the T cells have the ranks 5, 6 and 7 of 8, so that z = (18 − 13.5) / √11.25. */
    @Test
    void cellsWithoutAGroupAreAmongTheOthers() {
        try (var node = run(node().set("maxAdjusted", 1.0), X)) {
            final var table = node.table(0);
            assertEquals(List.of("B", "T"), Rows.texts(table, "Group").subList(0, 2));
            assertEquals(7.5 / Math.sqrt(11.25), Rows.number(table, "Row0", "Score"), 1e-12);
            assertEquals(4.5 / Math.sqrt(11.25), Rows.number(table, "Row1", "Score"), 1e-12);
            assertEquals(0.2, Rows.number(table, "Row1", "Fraction in others"), 1e-12);
            assertTrue(node.warning().contains("have no value of 'cell_type' and count among the others."));
        }
    }

    @Test
    void givesAllGenesOfOneGroupAgainstAnother() {
        try (var node = run(node().set("group", "T").set("reference", "B").set("genes", "ALL").set("method", "WELCH_T"),
            X)) {
            final var table = node.table(0);
            assertEquals(List.of("CD3E", "ACTB", "NKG7", "CD19"), Rows.texts(table, "Gene"));
            assertEquals(List.of("1", "2", "3", "4"), Rows.texts(table, "Rank"));
            assertEquals(0, Rows.number(table, "Row1", "Score"));
            assertEquals(1, Rows.number(table, "Row1", "p"));
            assertEquals(-Rows.number(table, "Row0", "Score"), Rows.number(table, "Row3", "Score"), 1e-12);
        }
    }

    @Test
    void limitsWhatCountsAsMarker() {
        final var limited = node().set("maxAdjusted", 1.0);
        try (var node = run(limited.set("maxGenes", 1), X)) {
            assertEquals(List.of("CD19", "CD3E"), Rows.texts(node.table(0), "Gene"));
        }
        try (var node = run(node().set("maxAdjusted", 1.0).set("minFoldChange", 50.0), X)) {
            assertEquals(0, node.table(0).size());
            assertTrue(node.warning().contains("No gene passes the limits."), node.warning());
        }
        try (var node = run(node().set("maxAdjusted", 1.0).set("minFraction", 0.9), X)) {
            assertEquals(List.of("CD19", "CD3E"), Rows.texts(node.table(0), "Gene"));
        }
    }

    @Test
    void ranksWithCorrectionForTiesIfAskedTo() {
        try (var node = run(node().set("unnamed", "LEFT_OUT").set("maxAdjusted", 1.0).set("correctTies", true), X)) {
            // four zeros are tied: the variance 8 becomes 8 · (1 − 60 / 336)
            assertEquals(6 / Math.sqrt(8 * (1 - 60.0 / 336)), Rows.number(node.table(0), "Row0", "Score"), 1e-12);
        }
    }

    @Test
    void warnsOfCountsAndOfScaledValues() {
        final var counts = new float[8][4];
        final var scaled = new float[8][4];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 4; j++) {
                counts[i][j] = (i * j + 1) % 5;
                scaled[i][j] = i < 3 ? -1.5f - i : 0.25f;
            }
        }
        try (var node = run(node(), counts)) {
            assertTrue(node.warning().contains("this looks like counts. All values are whole numbers."));
        }
        try (var node = run(node().set("genes", "ALL"), scaled)) {
            assertTrue(node.warning().contains("There are negative values, as of scaled data"), node.warning());
            assertNull(Rows.cells(node.table(0), "Log2 fold change").get(0));
        }
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertTrue(failure(node().set("reference", "NK")).contains("'NK' has fewer than two cells"));
        assertTrue(failure(node().set("group", "NK")).contains("'NK' has fewer than two cells"));
        assertTrue(failure(node().set("group", "plasma")).contains("No cell has the value 'plasma'"));
        assertTrue(failure(node().set("groups", "cluster")).contains("'cluster' is missing"));
        assertTrue(failure(node().set("matrix", "counts")).contains("The layer 'counts' is missing"));
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertTrue(refusal(p -> {
            p.m_group = "B";
            p.m_reference = "B";
        }).contains("compared with itself"));
        assertTrue(refusal(p -> p.m_maxGenes = 0).contains("0 genes per group"));
        assertTrue(refusal(p -> p.m_minFraction = 1.5).contains("between 0 and 1"));
        assertTrue(refusal(p -> p.m_maxAdjusted = Double.NaN).contains("between 0 and 1"));
    }

    private static String refusal(final Consumer<MarkerGenesParameters> change) {
        final var parameters = new MarkerGenesParameters();
        change.accept(parameters);
        return assertThrows(InvalidSettingsException.class, parameters::validate).getMessage();
    }

    @Test
    void refusesOneGroupAndNoGroups() {
        final var alone = data(X).withObs(new Frame(data(X).obs().index(), Map.of("cell_type",
            TestData.categorical("B", "B", "B", "B", "B", "B", "B", "B"))));
        try (var source = SourceNodeFactory.of(alone); var node = node()) {
            final var failure = node.failure(source.<AnnDataPortObject> output(0));
            assertTrue(failure.contains("All cells are of the group 'B'"), failure);
        }
        final var none = data(X).withObs(new Frame(data(X).obs().index(), Map.of()));
        try (var source = SourceNodeFactory.of(none); var node = node()) {
            final var failure = node.failure(source.<AnnDataPortObject> output(0));
            assertTrue(failure.contains("no annotation that tells groups"), failure);
        }
    }
}
