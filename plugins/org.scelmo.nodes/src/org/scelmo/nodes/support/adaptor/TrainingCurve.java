package org.scelmo.nodes.support.adaptor;

import java.io.IOException;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.adaptor.model.TrainingRecord;
import org.scelmo.adaptor.train.EpochRecord;
import org.scelmo.core.Progress;
import org.scelmo.nodes.support.Tables;

/** The course of a training as a table, one row per epoch. */
public final class TrainingCurve {

    /** Its columns. */
    public static final DataTableSpec SPEC = Tables.spec(List.of(Tables.column("Epoch", IntCell.TYPE),
        Tables.column("Loss", DoubleCell.TYPE), Tables.column("Cross-entropy", DoubleCell.TYPE),
        Tables.column("Contrastive loss", DoubleCell.TYPE), Tables.column("Validation loss", DoubleCell.TYPE),
        Tables.column("Validation accuracy", DoubleCell.TYPE), Tables.column("Kept", BooleanCell.TYPE),
        Tables.column("Device", StringCell.TYPE)));

    /** Describes the port with that table. */
    public static final String DESCRIPTION = "One row per epoch: the mean loss of its batches with its two parts, the "
        + "loss and the kNN accuracy of the validation cells where they were evaluated, whether these weights were "
        + "kept until those of a later epoch were, and what computed (CPU, or the graphics card). The last row that "
        + "is kept tells the epoch of the adaptor's weights.";

    private TrainingCurve() {
    }

    /** @return the table of a training */
    public static BufferedDataTable table(final TrainingRecord training, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final var curve = training.curve();
        final var device = new StringCell(training.device());
        return Tables.build(SPEC, curve.stream().map(e -> "Epoch " + e.epoch()).toArray(String[]::new),
            i -> cells(curve.get(i), device), exec, progress);
    }

    private static DataCell[] cells(final EpochRecord entry, final DataCell device) {
        return new DataCell[]{new IntCell(entry.epoch()), new DoubleCell(entry.total()),
            new DoubleCell(entry.crossEntropy()), new DoubleCell(entry.contrastive()), real(entry.validationLoss()),
            real(entry.validationAccuracy()), entry.kept() ? BooleanCell.TRUE : BooleanCell.FALSE, device};
    }

    private static DataCell real(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
