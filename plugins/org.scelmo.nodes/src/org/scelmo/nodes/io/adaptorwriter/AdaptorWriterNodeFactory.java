package org.scelmo.nodes.io.adaptorwriter;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.adaptor.model.AdaptorExport;
import org.scelmo.adaptor.model.AdaptorFile;
import org.scelmo.nodes.io.adaptorwriter.AdaptorWriterParameters.Format;
import org.scelmo.nodes.port.AdaptorPortObject;
import org.scelmo.nodes.support.Messages;

/** Writes a trained adaptor to a file. */
public final class AdaptorWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Adaptor Writer") //
        .icon("./adaptor-writer.png") //
        .shortDescription("Writes a trained adaptor to a file, or its weights for Python.") //
        .fullDescription("""
                Writes an adaptor to a file that the Adaptor Reader reads, or its weights to an archive for NumPy. Use \
                it to keep what was trained, to share it, or to go on in Python.
                <ul>
                  <li><b>Adaptor:</b> one file of names and numbers with a checksum. It holds no program and no data \
                  of cells, but the names of the classes and genes.</li>
                  <li><b>NumPy:</b> <tt>fc1.weight</tt>, <tt>fc1.bias</tt> to <tt>fc3.bias</tt>, \
                  <tt>gene_factors</tt>, <tt>genes</tt> and <tt>classes</tt>; open it with <tt>numpy.load</tt>.</li>
                  <li><b>Whole or not at all:</b> a file gets its name only when it is complete.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("Adaptor", "The trained adaptor to write.", AdaptorPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(AdaptorWriterParameters.class) //
            .configure(AdaptorWriterNodeFactory::configure) //
            .execute(AdaptorWriterNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("adaptor", "fine-tuning", "model", "save", "export", "NumPy", "PyTorch", "scELMo");

    public AdaptorWriterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        in.<AdaptorWriterParameters> getParameters().target().check();
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AdaptorWriterParameters parameters = in.getParameters();
            final var model = in.<AdaptorPortObject> getInPortObject(0).open();
            parameters.target().write((file, existing) -> {
                if (parameters.m_format == Format.NPZ) {
                    AdaptorExport.writeNpz(model, file, existing);
                } else {
                    AdaptorFile.write(model, file, existing);
                }
            });
        });
    }
}
