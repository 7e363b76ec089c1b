package org.scelmo.nodes.preprocessing.genemapping;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.embedding.GeneSums;
import org.scelmo.core.embedding.NamingHints;
import org.scelmo.core.genes.ConflictRule;
import org.scelmo.core.genes.GeneMapping;
import org.scelmo.core.genes.GeneNames;
import org.scelmo.core.genes.GenePlan;
import org.scelmo.core.preprocess.NormalizationCheck;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.preprocessing.genemapping.MapGeneIdentifiersParameters.Conflicts;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Gives genes other names: approved symbols or Ensembl ids. */
public final class MapGeneIdentifiersNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Map Gene Identifiers") //
        .icon("./map-gene-identifiers.png") //
        .shortDescription("Names genes by approved symbols or Ensembl ids, whatever names they have.") //
        .fullDescription("""
                Gives each gene the name that a table of genes has for it. Use it before Cell Embed or Embedding \
                Reader if the data name genes by Ensembl ids or by symbols of other years than the vectors, for genes \
                are matched by their exact names.
                <ul>
                  <li><b>Table:</b> one row per gene, for example HGNC's complete set or MGI's list of markers, read \
                  with the CSV Reader. The columns are guessed by their names.</li>
                  <li><b>Search:</b> each name is looked for among Ensembl ids (versions such as .17 do not count), \
                  approved symbols, previous symbols and aliases, in this order. The first kind that has it decides, \
                  so that an approved symbol is never taken for the alias of another gene.</li>
                  <li><b>Not mapped:</b> names that belong to several genes (ambiguous), that are not found, or whose \
                  gene has no name of the wanted kind stay as they are; the report tells of each.</li>
                  <li><b>Kept:</b> the names before and how each was found become annotations of genes \
                  (<tt>original_name</tt>, <tt>found_as</tt>). Expression is shared with the input, unless genes are \
                  merged or removed.</li>
                  <li><b>Species:</b> no orthologs: mouse genes keep mouse names.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("AnnData", g -> g.name("AnnData") //
                .description("The data whose genes to name.").fixed(AnnDataPortObject.TYPE)) //
            .addInputPortGroup("Genes", g -> g.name("Genes") //
                .description("One row per gene with its symbol and other names.").fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Embedding", g -> g.name("Embedding") //
                .description("Optional: vectors of genes. Then a message tells how many genes, and how much of the "
                    + "expression, have a vector before and after.") //
                .optional().supportedTypes(EmbeddingPortObject.TYPE)) //
            .addOutputPortGroup("Mapped AnnData", g -> g.name("Mapped AnnData") //
                .description("The data under the new names.").fixed(AnnDataPortObject.TYPE)) //
            .addOutputPortGroup("Mapping report", g -> g.name("Mapping report") //
                .description("One row per gene of the input: how it was found, its new name, its name in the output "
                    + "(missing if it was removed), the names to choose from if it is ambiguous, and its share of all "
                    + "expression.") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(MapGeneIdentifiersParameters.class) //
            .configure(MapGeneIdentifiersNodeFactory::configure) //
            .execute(MapGeneIdentifiersNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("gene symbol", "Ensembl", "HGNC", "MGI", "alias", "gene name", "scRNA-seq", "AnnData", "scELMo") //
        .addExternalResource("https://www.genenames.org/download/", "HGNC's complete set of human genes") //
        .addExternalResource("https://www.informatics.jax.org/downloads/reports/index.html", "MGI's lists of mouse "
            + "genes");

    public MapGeneIdentifiersNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MapGeneIdentifiersParameters parameters = in.getParameters();
        parameters.check(in.getInTableSpec(1));
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        out.setOutSpec(1, MappedGenes.REPORT);
        if (data == null) {
            out.setOutSpec(0, null); // the data are known once the node before is executed
            return;
        }
        GeneCoverage.checkColumn(parameters.m_geneColumn, data.outline());
        // genes may become fewer if they are merged, which only execution tells
        out.setOutSpec(0, parameters.m_conflicts == Conflicts.NUMBER
            ? new AnnDataPortObjectSpec(AddedVar.of(data.outline()).addTo(data.outline(), "Genes mapped")) : null);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final MapGeneIdentifiersParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            GeneCoverage.checkColumn(parameters.m_geneColumn, input.getSpec().outline());
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var data = input.open();
            final var genes = MappingTable.read(in.getInTable(1), parameters, progress.part(0, 0.1));
            final var mapped = map(data, genes, parameters, progress.part(0.1, 0.4));
            final var warnings = new Warnings();
            warn(mapped, parameters, warnings);
            if (in.getInPortObjects().length > 2) {
                final EmbeddingPortObject vectors = in.getInPortObject(2);
                warnings.add("%s", mapped.coverage(vectors.open().names()));
            }
            out.setOutData(0, write(input, data, mapped, parameters, warnings, exec, progress.part(0.4, 0.9)));
            out.setOutData(1, mapped.report(exec, progress.part(0.9, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static MappedGenes map(final AnnData data, final List<GeneNames> genes,
        final MapGeneIdentifiersParameters parameters, final Progress progress) throws IOException {
        final var names = GeneCoverage.names(data, parameters.m_geneColumn);
        final var mapping = GeneMapping.of(names, MappingTable.dictionary(genes, parameters));
        if (names.length > 0 && mapping.matched() == 0) {
            final var symbols = genes.stream().map(GeneNames::symbol).filter(Objects::nonNull).toList();
            final var hints = NamingHints.of(names, symbols);
            throw new ScelmoException("None of the %,d genes (%s) is in the table of %,d genes.".formatted(
                names.length, Warnings.examples(Arrays.stream(names).filter(Objects::nonNull).toList()),
                genes.size()), hints.isEmpty() ? new String[]{"Choose the columns of the table anew in the dialog.",
                    "Check that the table is of the species of the data."} : hints.toArray(String[]::new));
        }
        final double[] sums = data.x().isPresent() ? GeneSums.of(data.x().get(), progress) : null;
        final var rule = switch (parameters.m_conflicts) {
            case NUMBER -> ConflictRule.NUMBER;
            case SUM -> ConflictRule.SUM;
            case MOST_EXPRESSED -> ConflictRule.KEEP_MOST_EXPRESSED;
        };
        return new MappedGenes(data.var().index(), names, mapping,
            GenePlan.of(data.var().index(), mapping, rule, sums), sums);
    }

    private static AnnDataPortObject write(final AnnDataPortObject input, final AnnData data, final MappedGenes mapped,
        final MapGeneIdentifiersParameters parameters, final Warnings warnings, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final var added = AddedVar.of(input.getSpec().outline());
        final var note = "Map Gene Identifiers: " + mapped.mapping().summary(mapped.sums());
        final var writer = AnnDataWriter.extend(input, exec);
        if (mapped.plan().keepsGenes()) {
            return writer.var(mapped.var(data.var()), mapped.added(added), note).finish();
        }
        if (parameters.m_conflicts == Conflicts.SUM && data.x().isPresent()) {
            final var look = NormalizationCheck.of(data.x().get(), progress.part(0, 0.3));
            if (look.isNormalized()) {
                warnings.add("Sums are meant for counts. %s", look.reason());
            }
        }
        return writer.genes(mapped.merged(data, added), note, progress.part(0.3, 1)).finish();
    }

    private static void warn(final MappedGenes mapped, final MapGeneIdentifiersParameters parameters,
        final Warnings warnings) {
        if (mapped.mapping().matched() < mapped.names().length) {
            warnings.add("%s", mapped.mapping().summary(mapped.sums()));
        }
        final var conflicts = mapped.plan().conflicts();
        if (!conflicts.isEmpty()) {
            warnings.add("%,d new names belong to several genes, which were %s: %s.", conflicts.size(),
                switch (parameters.m_conflicts) {
                    case NUMBER -> "numbered";
                    case SUM -> "summed";
                    case MOST_EXPRESSED -> "reduced to the most expressed";
                }, Warnings.examples(conflicts));
        }
    }
}
