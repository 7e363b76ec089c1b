package org.scelmo.core.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {

    /** The first two are what umap-learn's find_ab_params gives; scanpy's and umap-learn's defaults. */
    @ParameterizedTest
    @CsvSource({"0.5,1,0.583030,1.334167", "0.1,1,1.576943,0.895061"})
    void fitsAsUmapLearn(final double minDist, final double spread, final double a, final double b) {
        final var curve = Curve.fit(minDist, spread);
        assertEquals(a, curve.a(), 1e-4);
        assertEquals(b, curve.b(), 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"1e-14", "1e-9", "3e-4", "0.11", "1", "2.5", "1234.5", "1e11", "1e15"})
    void tablesAreCloseToTheFormulas(final float squared) {
        final var curve = Curve.fit(0.5, 1);
        final double within = Math.max(1e-12, Math.min(1e12, squared));
        final double tolerance = within == squared ? 1e-4 : 1e-2;
        final double repulsion = curve.repulsion(within);
        assertEquals(repulsion, new ForceTable(curve::repulsion).at(squared), tolerance * repulsion);
        final double attraction = curve.attraction(within);
        assertEquals(attraction, new ForceTable(curve::attraction).at(squared), -tolerance * attraction);
    }
}
