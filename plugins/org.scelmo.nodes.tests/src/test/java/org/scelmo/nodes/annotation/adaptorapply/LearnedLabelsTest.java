package org.scelmo.nodes.annotation.adaptorapply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.LinkedHashMap;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.StringColumn;

class LearnedLabelsTest {

    private static final List<String> CLASSES = List.of("B", "T");

    private static Frame obs() {
        final var columns = new LinkedHashMap<String, Column>();
        columns.put("cell_type", new StringColumn(new String[]{"B", "T", null}));
        columns.put("other method", new StringColumn(new String[]{"T", "T", "B"}));
        columns.put("donor", new StringColumn(new String[]{"d1", "B", "T"}));
        return new Frame(new String[]{"c1", "c2", "c3"}, columns);
    }

    @Test
    void theNamedAnnotationCountsAlone() {
        assertArrayEquals(new String[]{"obs/cell_type"}, LearnedLabels.paths(obs(), "cell_type", CLASSES));
    }

    @Test
    void withoutThatNameAllThatHoldOnlyClassesCount() {
        final var both = new String[]{"obs/cell_type", "obs/other method"};
        assertArrayEquals(both, LearnedLabels.paths(obs(), "type", CLASSES));
        assertArrayEquals(both, LearnedLabels.paths(obs(), null, CLASSES));
    }
}
