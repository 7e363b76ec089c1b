package org.knime.node.parameters.widget.choices.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;
import org.scelmo.embedded.parameters.ParametersIO;

class ColumnFilterTest {

    private static final List<DataColumnSpec> COLUMNS =
        List.of(new DataColumnSpecCreator("Alpha", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("beta", DoubleCell.TYPE).createSpec(),
            new DataColumnSpecCreator("gamma", DoubleCell.TYPE).createSpec());

    @Test
    void selectsByHandInTheOrderOfTheTable() {
        final var filter = new ColumnFilter(new String[]{"gamma", "Alpha", "lost"});
        assertArrayEquals(new String[]{"Alpha", "gamma"}, filter.filter(COLUMNS));
        assertArrayEquals(new String[]{"lost"}, filter.getMissingSelected(COLUMNS));
    }

    @Test
    void includesUnknownColumnsIfAsked() {
        final var filter = new ColumnFilter().withIncludeUnknownColumns();
        filter.m_manualFilter.m_manuallyDeselected = new String[]{"beta"};
        assertArrayEquals(new String[]{"Alpha", "gamma"}, filter.filter(COLUMNS));
        assertArrayEquals(new String[0], filter.getMissingSelected(COLUMNS));
    }

    @Test
    void selectsByPattern() {
        final var filter = new ColumnFilter();
        filter.m_mode = TypedStringFilterMode.WILDCARD;
        filter.m_patternFilter.m_pattern = "a*";
        assertArrayEquals(new String[]{"Alpha"}, filter.filter(COLUMNS));
        filter.m_patternFilter.m_isCaseSensitive = true;
        assertArrayEquals(new String[0], filter.filter(COLUMNS));
        filter.m_mode = TypedStringFilterMode.REGEX;
        filter.m_patternFilter.m_pattern = "b.ta|.*mm.";
        assertArrayEquals(new String[]{"beta", "gamma"}, filter.filter(COLUMNS));
        filter.m_patternFilter.m_isInverted = true;
        assertArrayEquals(new String[]{"Alpha"}, filter.filter(COLUMNS));
    }

    @Test
    void selectsByType() {
        final var filter = new ColumnFilter();
        filter.m_mode = TypedStringFilterMode.TYPE;
        filter.m_typeFilter.m_selectedTypes = new String[]{DoubleValue.class.getName()};
        assertArrayEquals(new String[]{"beta", "gamma"}, filter.filter(COLUMNS));
    }

    @Test
    void comesBackFromSettingsWithoutWhatTheDialogShows() throws Exception {
        final var filter = new ColumnFilter(new String[]{"beta"});
        filter.setSelectedBeforeSerialization(new String[]{"beta"});
        final var settings = new NodeSettings("filter");
        ParametersIO.save(filter, settings);
        assertEquals(List.of("mode", "patternFilter", "manualFilter", "typeFilter"), List.copyOf(settings.keySet()));
        assertArrayEquals(new String[]{"beta"}, ParametersIO.load(ColumnFilter.class, settings).filter(COLUMNS));
    }
}
