package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;

/** One column of a rearranged table; identity matters, so this is no record. */
final class RearrangedColumn {

    private final DataColumnSpec m_spec;

    private final CellFactory m_factory;

    private final int m_index;

    private RearrangedColumn(final DataColumnSpec spec, final CellFactory factory, final int index) {
        m_spec = spec;
        m_factory = factory;
        m_index = index;
    }

    static RearrangedColumn kept(final DataColumnSpec spec, final int index) {
        return new RearrangedColumn(spec, null, index);
    }

    static RearrangedColumn computed(final DataColumnSpec spec, final CellFactory factory, final int index) {
        return new RearrangedColumn(spec, factory, index);
    }

    DataColumnSpec spec() {
        return m_spec;
    }

    /** @return who computes it, null if it is taken from the input */
    CellFactory factory() {
        return m_factory;
    }

    /** @return the index in the input, or among the cells its factory computes */
    int index() {
        return m_index;
    }
}
