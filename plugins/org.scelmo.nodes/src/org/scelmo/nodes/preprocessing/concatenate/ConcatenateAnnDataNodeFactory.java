package org.scelmo.nodes.preprocessing.concatenate;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.concat.Concatenation;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.preprocessing.concatenate.ConcatenateAnnDataParameters.CellNames;
import org.scelmo.nodes.preprocessing.concatenate.ConcatenateAnnDataParameters.Genes;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RawCounts;
import org.scelmo.nodes.support.Warnings;

/** Puts the cells of several data into one. */
public final class ConcatenateAnnDataNodeFactory extends DefaultNodeFactory {

    /** If fewer genes of some data are left, they are probably named in another way. */
    private static final double FEW_GENES = 0.5;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Concatenate AnnData") //
        .icon("./concatenate-anndata.png") //
        .shortDescription("Joins the cells of several samples into one data set.") //
        .fullDescription("""
                Puts the cells of several data one below the other, as \
                <tt>anndata.concat(merge="same", label="batch", index_unique="-")</tt> does, and notes which data each \
                cell is from. Use it if each sample of a study has its own file. Add a port for each further sample.
                <ul>
                  <li><b>Genes</b> are matched by their names. Common genes keep the order of the first data. All \
                  genes are in the order of their first appearance; anndata sorts them by name.</li>
                  <li><b>Expression:</b> X, and layers that all data have. A gene that was not measured counts as \
                  0, as in sparse matrices of anndata. Join counts, and normalize afterwards: a warning tells if some \
                  of the data are counts and others are normalized.</li>
                  <li><b>Annotations of cells:</b> numbers of both kinds become real numbers, other kinds that differ \
                  become text. Categories are united in the order of their first appearance.</li>
                  <li><b>Annotations of genes</b> stay if all data have them and agree for each gene that they \
                  share.</li>
                  <li><b>Embeddings</b> stay if all data have them with the same number of dimensions. They are \
                  comparable only if they were made together: compute PCA or UMAP anew.</li>
                  <li><b>Left out:</b> graphs of cells, vectors of genes and unstructured annotations, as they belong \
                  to one of the data alone.</li>
                  <li><b>Large data</b> stream through; memory holds annotations and names only.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("AnnData", g -> g.name("AnnData") //
                .description("Data to join, at least two.") //
                .extendable().supportedTypes(AnnDataPortObject.TYPE)
                .fixedTypes(AnnDataPortObject.TYPE, AnnDataPortObject.TYPE)) //
            .addOutputPortGroup("Joined AnnData", g -> g.name("Joined AnnData") //
                .description("The cells of all data, in the order of the ports.").fixed(AnnDataPortObject.TYPE))) //
        .model(m -> m //
            .parametersClass(ConcatenateAnnDataParameters.class) //
            .configure(ConcatenateAnnDataNodeFactory::configure) //
            .execute(ConcatenateAnnDataNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("join", "merge", "append", "combine", "samples", "batch", "concat", "scRNA-seq", "AnnData", "Scanpy",
            "scELMo") //
        .addExternalResource("https://anndata.readthedocs.io/en/stable/concatenation.html", "Concatenation in anndata");

    public ConcatenateAnnDataNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ConcatenateAnnDataParameters parameters = in.getParameters();
        final PortObjectSpec[] specs = in.getInPortSpecs();
        final var names = parameters.names(specs.length);
        out.setOutSpec(0, null); // what is left out is known once the data are
        if (Arrays.stream(specs).noneMatch(spec -> spec == null)) {
            final var outlines = outlines(Arrays.stream(specs));
            if (outlines.stream().noneMatch(o -> o.obsm().containsValue(AnnDataOutline.UNKNOWN))) {
                out.setOutSpec(0, new AnnDataPortObjectSpec(outline(parameters, outlines, names)));
            }
        }
    }

    private static AnnDataOutline outline(final ConcatenateAnnDataParameters parameters,
        final List<AnnDataOutline> outlines, final List<String> names) throws InvalidSettingsException {
        try {
            final var joined = parameters.concatenation(annotations(outlines))
                .of(outlines.stream().map(JointOutline::empty).toList(), names).data();
            return JointOutline.of(joined, outlines, List.of());
        } catch (final ScelmoException e) {
            throw Messages.invalid(e);
        }
    }

    private static List<AnnDataOutline> outlines(final Stream<PortObjectSpec> specs) {
        return specs.map(spec -> ((AnnDataPortObjectSpec)spec).outline()).toList();
    }

    private static List<String> annotations(final List<AnnDataOutline> outlines) {
        return outlines.stream().flatMap(o -> o.obs().stream()).map(ColumnOutline::name).toList();
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final ConcatenateAnnDataParameters parameters = in.getParameters();
            final var inputs = Arrays.stream(in.getInPortObjects()).map(AnnDataPortObject.class::cast).toList();
            final var names = parameters.names(inputs.size());
            final var outlines = inputs.stream().map(input -> input.getSpec().outline()).toList();
            final var data = open(inputs);
            final var result = parameters.concatenation(annotations(outlines)).of(data, names);
            final var warnings = new Warnings();
            warn(parameters, result, warnings);
            if (parameters.m_genes == Genes.COMMON) {
                warnOfFewGenes(data, names, result.data().genes(), warnings);
            }
            RawCounts.warnOfMixture(data, names, warnings);
            final var exec = in.getExecutionContext();
            out.setOutData(0, AnnDataWriter.write(result.data(), notes(data, names, result.data().genes()), exec,
                ExecutionProgress.of(exec)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static List<AnnData> open(final List<AnnDataPortObject> inputs) throws IOException {
        final var data = new AnnData[inputs.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = inputs.get(i).open();
        }
        return List.of(data);
    }

    private static void warn(final ConcatenateAnnDataParameters parameters, final Concatenation.Result result,
        final Warnings warnings) {
        if (result.names().extended() && parameters.m_cellNames == CellNames.IF_REPEATED) {
            warnings.add("Names of cells repeat, so that the name of the data was appended to all, as in %s.",
                Warnings.examples(Arrays.stream(result.names().names()).limit(1).toList()));
        }
        if (!result.names().repeated().isEmpty()) {
            warnings.add("Cells within one of the data have the same name: %s.",
                Warnings.examples(result.names().repeated()));
        }
        if (!result.leftOut().isEmpty()) {
            warnings.add("Left out, as only some of the data have them, or with another number of dimensions: %s.",
                Warnings.examples(result.leftOut()));
        }
    }

    private static void warnOfFewGenes(final List<AnnData> data, final List<String> names, final int common,
        final Warnings warnings) {
        final var few = IntStream.range(0, data.size()).filter(i -> common < FEW_GENES * data.get(i).genes())
            .mapToObj(names::get).toList();
        if (!few.isEmpty()) {
            warnings.add("Only %,d genes are common to all data, fewer than half of those of %s. If genes are named in "
                + "different ways, put a Map Gene Identifiers node before this one.", common, Warnings.examples(few));
        }
    }

    private static List<String> notes(final List<AnnData> data, final List<String> names, final int genes) {
        return List.of(String.format(Locale.ROOT, "Joined by Concatenate AnnData, %,d genes: %s", genes,
            Warnings.examples(IntStream.range(0, data.size()).mapToObj(i -> String.format(Locale.ROOT,
                "%s (%,d cells × %,d genes)", names.get(i), data.get(i).cells(), data.get(i).genes())).toList())));
    }
}
