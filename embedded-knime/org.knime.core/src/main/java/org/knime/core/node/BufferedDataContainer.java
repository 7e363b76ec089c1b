package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ContainerTable;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;

/** Collects the rows of a table that a node makes. */
public class BufferedDataContainer extends DataContainer {

    BufferedDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        super(spec, settings);
    }

    @Override
    public BufferedDataTable getTable() {
        return new BufferedDataTable((ContainerTable)getCloseableTable());
    }
}
