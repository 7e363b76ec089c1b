package org.scelmo.nodes.testing;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.embedded.ui.model.PortsInput;
import org.scelmo.nodes.port.AdaptorPortObject;
import org.scelmo.nodes.port.AdaptorPortObjectSpec;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.testing.NodePlugin.Contribution;

/** Inputs as a user would connect them, for dialogs. */
public final class TypicalInputs {

    private static final DataTableSpec TABLE = new DataTableSpec(Tables.column("cell_type", StringCell.TYPE),
        Tables.column("prediction", StringCell.TYPE), Tables.column("prediction_confidence", DoubleCell.TYPE));

    private TypicalInputs() {
    }

    /** @return what the dialog of the node knows if all its fixed ports are connected */
    public static NodeParametersInput of(final Contribution node) {
        try (var host = NodeHost.create(node.factory())) {
            return of(host.inputTypes(), host.outputTypes());
        }
    }

    /** @return what a dialog knows if these ports are connected */
    public static NodeParametersInput of(final PortType[] inputs, final PortType[] outputs) {
        return new PortsInput(inputs, outputs,
            Arrays.stream(inputs).map(TypicalInputs::spec).toArray(PortObjectSpec[]::new));
    }

    private static PortObjectSpec spec(final PortType type) {
        if (type.getPortObjectClass() == BufferedDataTable.class) {
            return TABLE;
        } else if (type.getPortObjectClass() == AnnDataPortObject.class) {
            return new AnnDataPortObjectSpec(AnnDataOutline.of(TestData.cells(), List.of()));
        } else if (type.getPortObjectClass() == AdaptorPortObject.class) {
            return AdaptorPortObjectSpec.open(32);
        }
        return new EmbeddingPortObjectSpec(4, 2, Provenance.unknown());
    }
}
