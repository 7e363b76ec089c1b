package org.scelmo.embedded.core.access;

import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.RowAppender;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Access to what column rearrangers describe. */
public interface RearrangeAccess {

    /** The access. */
    RearrangeAccess INSTANCE = Accessors.get(RearrangeAccess.class, ColumnRearranger.class);

    /**
     * Adds the rearranged rows of a table to a container.
     *
     * @param rearranger what to do
     * @param in the table
     * @param out where the rows go
     * @param exec progress and cancel
     * @throws CanceledExecutionException if canceled
     */
    void rearrange(ColumnRearranger rearranger, BufferedDataTable in, RowAppender out, ExecutionMonitor exec)
        throws CanceledExecutionException;
}
