package org.scelmo.nodes.io.adaptorreader;

import java.io.IOException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.adaptor.model.AdaptorFile;
import org.scelmo.adaptor.model.AdaptorModel;
import org.scelmo.nodes.port.AdaptorPortObject;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.adaptor.AdaptorOutputs;
import org.scelmo.nodes.support.adaptor.GeneFactors;
import org.scelmo.nodes.support.adaptor.TrainingCurve;

/** Reads a trained adaptor from its file. */
public final class AdaptorReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Adaptor Reader") //
        .icon("./adaptor-reader.png") //
        .shortDescription("Reads a trained adaptor from a file.") //
        .fullDescription("""
                Reads an adaptor that Adaptor Train trained and Adaptor Writer wrote. Use it to annotate new data with \
                Adaptor Apply, without training again.
                <ul>
                  <li><b>Safe:</b> the file holds names and numbers, and nothing of it is ever executed: an adaptor \
                  from the internet can do no harm.</li>
                  <li><b>Checked:</b> a file that is cut off or damaged is refused by its checksum, and one that a \
                  newer version wrote by its version.</li>
                  <li><b>Whole:</b> the adaptor comes with its classes, its genes and the record of its training.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addOutputPort("Adaptor", "The trained adaptor.", AdaptorPortObject.TYPE) //
            .addOutputTable("Training curve", TrainingCurve.DESCRIPTION) //
            .addOutputPort("Gene factors", GeneFactors.DESCRIPTION, EmbeddingPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(AdaptorReaderParameters.class) //
            .configure(AdaptorReaderNodeFactory::configure) //
            .execute(AdaptorReaderNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("adaptor", "fine-tuning", "model", "load", "scRNA-seq", "embedding", "LLM", "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)");

    public AdaptorReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        in.<AdaptorReaderParameters> getParameters().check();
        AdaptorOutputs.configure(out, -1);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            progress.update(0, () -> "Reading the adaptor");
            AdaptorOutputs.execute(out, read(in.getParameters()), exec, progress.part(0.5, 1));
        });
    }

    private static AdaptorModel read(final AdaptorReaderParameters parameters) throws IOException {
        try (var file = LocalFile.open(parameters.m_file)) {
            return AdaptorFile.read(file.path());
        }
    }
}
