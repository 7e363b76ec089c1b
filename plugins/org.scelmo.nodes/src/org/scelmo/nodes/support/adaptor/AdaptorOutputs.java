package org.scelmo.nodes.support.adaptor;

import java.io.IOException;

import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.scelmo.adaptor.model.AdaptorModel;
import org.scelmo.core.Progress;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.nodes.port.AdaptorPortObject;
import org.scelmo.nodes.port.AdaptorPortObjectSpec;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;

/** The three ports of a node that makes an adaptor: the adaptor, its training curve, its gene factors. */
public final class AdaptorOutputs {

    private AdaptorOutputs() {
    }

    /** @param dimensions of the adapted embedding; −1 if not known yet */
    public static void configure(final ConfigureOutput out, final int dimensions) {
        // classes, and the number of genes, are known once the data are read
        out.setOutSpecs(AdaptorPortObjectSpec.open(dimensions), TrainingCurve.SPEC,
            EmbeddingPortObjectSpec.open(Provenance.unknown()));
    }

    /**
     * @return what stands at the first port
     * @throws IOException if the file stores cannot be written
     */
    public static AdaptorPortObject execute(final ExecuteOutput out, final AdaptorModel model,
        final ExecutionContext exec, final Progress progress) throws IOException {
        final var adaptor = AdaptorPortObject.create(model, exec);
        out.setOutData(0, adaptor);
        out.setOutData(1, TrainingCurve.table(model.record(), exec, progress.part(0, 0.3)));
        out.setOutData(2, EmbeddingPortObject.create(GeneFactors.of(model), exec, progress.part(0.3, 1)));
        return adaptor;
    }
}
