package org.scelmo.nodes.annotation.knn;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.embedded.ui.dialog.DialogSnapshot;
import org.scelmo.embedded.ui.model.PortsInput;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class KnnAnnotateParametersTest {

    private static String refusal(final Consumer<KnnAnnotateParameters> change) {
        final var parameters = new KnnAnnotateParameters();
        change.accept(parameters);
        return assertThrows(InvalidSettingsException.class, parameters::validate).getMessage();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertTrue(refusal(p -> p.m_neighbors = 0).contains("at least 1"));
        assertTrue(refusal(p -> p.m_minConfidence = Optional.of(1.5)).contains("1.5"));
        assertTrue(refusal(p -> p.m_minConfidence = Optional.of(Double.NaN)).contains("NaN"));
        assertTrue(refusal(p -> p.m_prediction = " ").contains("no name"));
        assertDoesNotThrow(() -> new KnnAnnotateParameters().validate());
    }

    @Test
    void theLastEmbeddingAndTheFirstTypeLikeLabelAreGuessed() {
        final var data = TestData.cells();
        final var more = data.withObsm("X_late", DenseMatrix.of(new float[6][1], 1))
            .withObs(data.obs().with("CellType_fine", (Column)TestData.categorical("a", "a", "a", "a", "a", "a")));
        final var parameters = new KnnAnnotateParameters();
        parameters.guess(AnnDataOutline.of(more, List.of()));
        assertEquals("X_late", parameters.m_embedding);
        assertEquals("cell_type", parameters.m_label);
    }

    @Test
    void whatIsChosenIsKept() {
        final var parameters = new KnnAnnotateParameters();
        parameters.m_embedding = "X_gone";
        parameters.guess(AnnDataOutline.of(TestData.cells(), List.of()));
        assertEquals("X_gone", parameters.m_embedding);
    }

    @Test
    void nothingIsGuessedFromNothing() {
        final var parameters = new KnnAnnotateParameters();
        parameters.guess(new AnnDataOutline(0, 0, false, List.of(), List.of(), List.of(), Map.of(), List.of()));
        assertNull(parameters.m_embedding);
        assertNull(parameters.m_label);
    }

    @Test
    void valuesOfTheSplitAreOfferedAndShownOnlyWithASplit() {
        try (var node = TestNode.of(KnnAnnotateNodeFactory::new)) {
            final var spec = new AnnDataPortObjectSpec(AnnDataOutline.of(TestData.cells(), List.of()));
            final var input = new PortsInput(node.host().inputTypes(), node.host().outputTypes(), spec, spec);
            assertEquals(AnnDataPortObject.TYPE, node.host().inputTypes()[0]);
            final var parameters = new KnnAnnotateParameters(input);
            assertTrue(!DialogSnapshot.of(parameters, input).widget("splitValue").shown());
            parameters.m_splitColumn = "donor";
            final var widget = DialogSnapshot.of(parameters, input).widget("splitValue");
            assertTrue(widget.shown());
            assertEquals(List.of("d1", "d2"), widget.choices().orElseThrow().stream().map(c -> c.id()).toList());
        }
    }
}
