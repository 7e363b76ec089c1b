package org.scelmo.nodes.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.testing.TestData;

class AnnDataChoicesTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = AnnDataChoices.NONE)
    void noneMeansTheIndexOfVar(final String choice) {
        final var data = TestData.cells();
        assertArrayEquals(data.var().index(), GeneCoverage.names(data, choice));
        assertDoesNotThrow(() -> GeneCoverage.checkColumn(choice, AnnDataOutline.of(data, List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "<None>"})
    void othersAreNames(final String choice) {
        final var outline = AnnDataOutline.of(TestData.cells(), List.of());
        final var e = assertThrows(InvalidSettingsException.class, () -> GeneCoverage.checkColumn(choice, outline));
        assertEquals("The annotation '%s' to match genes by is missing in the data.".formatted(choice),
            e.getMessage().lines().findFirst().orElseThrow());
    }
}
