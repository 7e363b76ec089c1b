package org.scelmo.nodes.io.embeddingreader;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.io.library.EmbeddingLibrary;
import org.scelmo.core.io.library.LibraryContent;
import org.scelmo.core.io.library.LibraryReport;
import org.scelmo.core.io.library.LibraryRequest;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Reads vectors of genes, proteins or other named things from a file. */
public final class EmbeddingReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Embedding Reader") //
        .icon("./embedding-reader.png") //
        .shortDescription("Reads vectors of genes from a pickle, text, NumPy or JSON file.") //
        .fullDescription("""
                Reads named vectors, for example what a language model knows about each gene. Use it for the published \
                libraries of scELMo and GenePT, or for vectors of your own, before Cell Embed.
                <ul>
                  <li><b>Pickle:</b> a dictionary of name to NumPy array or list of numbers. Pickles can hold \
                  programs; this node never runs one and refuses everything but names and numbers, so that files from \
                  the internet are safe to read. Python is not needed.</li>
                  <li><b>Text:</b> one vector per line, the name first, separated by comma, tab, semicolon or blanks; \
                  a header line is recognized.</li>
                  <li><b>NumPy:</b> a matrix with one row per vector (<tt>.npy</tt>) and the names in a text file \
                  beside it, or both in one archive (<tt>.npz</tt>).</li>
                  <li><b>JSON:</b> an object of name to list of numbers.</li>
                  <li><b>Compression:</b> files compressed with gzip or zip are read as they are.</li>
                  <li><b>Matching:</b> with AnnData connected (use the "..." button to add the port) the match report \
                  tells which genes have a vector. Names must be equal, upper and lower case included.</li>
                  <li><b>Precision:</b> vectors become 32-bit numbers. A name that comes twice keeps its last vector, \
                  as in Python.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("AnnData", g -> g.name("AnnData") //
                .description("Optional: the data whose genes to match. Then only their vectors are kept, unless the "
                    + "dialog says otherwise.") //
                .optional().supportedTypes(AnnDataPortObject.TYPE)) //
            .addOutputPortGroup("Embedding", g -> g.name("Embedding") //
                .description("The named vectors.").fixed(EmbeddingPortObject.TYPE)) //
            .addOutputPortGroup("Match report", g -> g.name("Match report") //
                .description(GeneCoverage.DESCRIPTION + " If no AnnData is connected: one row per vector, with the "
                    + "status not compared.") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(EmbeddingReaderParameters.class) //
            .configure(EmbeddingReaderNodeFactory::configure) //
            .execute(EmbeddingReaderNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("embedding", "gene embedding", "pickle", "NumPy", "GenePT", "LLM", "GenAI", "scRNA-seq", "scELMo") //
        .addExternalResource("https://sites.google.com/yale.edu/scelmolib", "scELMo's library of embeddings") //
        .addExternalResource("https://zenodo.org/records/10833191", "GenePT's embeddings");

    public EmbeddingReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final EmbeddingReaderParameters parameters = in.getParameters();
        parameters.check();
        if (in.getInPortSpecs().length > 0 && in.getInPortSpecs()[0] instanceof AnnDataPortObjectSpec data) {
            GeneCoverage.checkColumn(parameters.m_geneColumn, data.outline());
        }
        // number and length of the vectors are known once the file is read
        out.setOutSpecs(EmbeddingPortObjectSpec.open(Provenance.unknown()), GeneCoverage.SPEC);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final EmbeddingReaderParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            if (in.getInPortObjects().length == 0) {
                final var embedding = read(parameters, LibraryRequest.all(), warnings, progress.part(0, 0.9));
                out.setOutData(0, EmbeddingPortObject.create(embedding, exec, progress.part(0.9, 1)));
                out.setOutData(1, names(embedding, exec, progress));
            } else {
                final AnnDataPortObject input = in.getInPortObject(0);
                final var data = input.open();
                final var embedding = read(parameters, request(parameters, data), warnings, progress.part(0, 0.7));
                final var coverage =
                    GeneCoverage.of(data, parameters.m_geneColumn, embedding, progress.part(0.7, 0.8));
                coverage.warn(warnings);
                out.setOutData(0, EmbeddingPortObject.create(embedding, exec, progress.part(0.8, 0.9)));
                out.setOutData(1, coverage.write(exec, progress.part(0.9, 1)));
            }
            warnings.tell(out::setWarningMessage);
        });
    }

    private static LibraryRequest request(final EmbeddingReaderParameters parameters, final AnnData data) {
        if (!parameters.m_keepOnlyMatched) {
            return LibraryRequest.all();
        }
        return LibraryRequest.all().only(Arrays.stream(GeneCoverage.names(data, parameters.m_geneColumn))
            .filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new)));
    }

    private static FeatureEmbedding read(final EmbeddingReaderParameters parameters, final LibraryRequest request,
        final Warnings warnings, final Progress progress) throws IOException {
        try (var file = LocalFile.open(parameters.m_file)) {
            final LibraryContent content;
            if (LocalFile.isChosen(parameters.m_namesFile)) {
                try (var names = LocalFile.open(parameters.m_namesFile)) {
                    content = EmbeddingLibrary.read(file.path(), request.withNames(names.path()), progress);
                }
            } else {
                content = EmbeddingLibrary.read(file.path(), request, progress);
            }
            warn(content.report(), warnings);
            return withSource(content.embedding(), file.name());
        }
    }

    private static void warn(final LibraryReport report, final Warnings warnings) {
        if (!report.duplicates().isEmpty()) {
            warnings.add("Names that come more than once in the file: %,d, such as %s; the last vector of each counts.",
                report.duplicates().size(), Warnings.examples(report.duplicates()));
        }
        if (!report.skipped().isEmpty()) {
            final var first = report.skipped().get(0);
            warnings.add("Entries without a vector, which were left out: %,d, such as '%s': %s.",
                report.skipped().size(), first.name(), first.reason());
        }
        warnings.addAll(report.hints());
    }

    private static FeatureEmbedding withSource(final FeatureEmbedding embedding, final String file) {
        final Map<String, String> entries = new LinkedHashMap<>(embedding.provenance().entries());
        entries.put("source", file);
        return new FeatureEmbedding(embedding.names(), embedding.vectors(), new Provenance(entries));
    }

    /** An empty report would make KNIME warn of it. */
    private static BufferedDataTable names(final FeatureEmbedding embedding, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final var names = embedding.names().toArray(String[]::new);
        return Tables.build(GeneCoverage.SPEC, names, row -> new DataCell[]{new StringCell(names[row]),
            new StringCell("not compared"), DataType.getMissingCell()}, exec, progress);
    }
}
