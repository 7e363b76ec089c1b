package org.scelmo.nodes.analysis.enrichment;


import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.enrich.OverRepresentation;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.GeneSetFile;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.NamedRows;
import org.scelmo.nodes.support.Warnings;

/** Tells which gene sets are found among chosen genes more often than by chance. */
public final class GeneSetEnrichmentNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Gene Set Enrichment") //
        .icon("./gene-set-enrichment.png") //
        .shortDescription("Tells which gene sets are over-represented among chosen genes.") //
        .fullDescription("""
                Compares a list of genes with the gene sets of a GMT file, such as pathways: has a set more of the \
                chosen genes than a random list of that length would have? Use it to understand markers of a cluster \
                or the genes that In-silico Delete finds.
                <ul>
                  <li><b>Test:</b> the upper tail of the hypergeometric distribution (one-sided Fisher's exact test); \
                  q is adjusted by Benjamini and Hochberg over all sets tested, those without a chosen gene \
                  included.</li>
                  <li><b>Background:</b> all genes that could have been chosen. Connect them (use the "..." button to \
                  add the port): a table of genes, or the AnnData the list comes from. If nothing is connected, all \
                  genes of the file of sets are the background, which is rarely right: genes that were never \
                  measured make sets look enriched. The table says which background was used.</li>
                  <li><b>Genes outside the background</b> are left out and told; sets count their genes in the \
                  background only.</li>
                  <li><b>Fold</b> is the overlap over what is expected by chance; the odds ratio is that of the \
                  sample, infinite (missing) where one side is empty.</li>
                  <li><b>File:</b> lines that begin with # and blank lines are skipped, genes that come twice in a set \
                  count once.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Genes", g -> g.name("Genes") //
                .description("One row per gene: the chosen ones, for example markers that a Row Filter kept, or all, "
                    + "with a column that tells which are chosen.").fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Background", g -> g.name("Background") //
                .description("Optional: all genes that could have been chosen, as a table with one row per gene, or as "
                    + "the genes of AnnData.") //
                .optional().supportedTypes(BufferedDataTable.TYPE, AnnDataPortObject.TYPE)) //
            .addOutputPortGroup("Gene sets", g -> g.name("Gene sets") //
                .description("One row per gene set that was tested, the smallest p first: overlap, sizes, expected "
                    + "overlap, fold, odds ratio, p, −log10 of p, q, the genes of the overlap, and the background.") //
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Chosen genes", g -> g.name("Chosen genes") //
                .description("One row per chosen gene: whether it is in the background, and how many tested sets "
                    + "have it.") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(GeneSetEnrichmentParameters.class) //
            .configure(GeneSetEnrichmentNodeFactory::configure) //
            .execute(GeneSetEnrichmentNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("pathway", "gene set", "GMT", "MSigDB", "over-representation", "hypergeometric", "Fisher", "ORA",
            "gene ontology", "scELMo") //
        .addExternalResource("https://www.gsea-msigdb.org/gsea/msigdb", "MSigDB, a collection of gene sets");

    public GeneSetEnrichmentNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final GeneSetEnrichmentParameters parameters = in.getParameters();
        parameters.check();
        genes(parameters, in.getInTableSpec(GeneSetEnrichmentParameters.GENES));
        if (in.getInPortSpecs().length > GeneSetEnrichmentParameters.BACKGROUND) {
            final var background = in.getInPortSpecs()[GeneSetEnrichmentParameters.BACKGROUND];
            if (background instanceof DataTableSpec table) {
                Background.rows(parameters, table);
            } else if (background instanceof AnnDataPortObjectSpec data) {
                GeneCoverage.checkColumn(parameters.m_background, data.outline());
            }
        }
        out.setOutSpecs(EnrichmentTables.SETS, EnrichmentTables.GENES);
    }

    private static NamedRows genes(final GeneSetEnrichmentParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        return new NamedRows(table, parameters.m_genes, parameters.m_flag, "gene");
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final GeneSetEnrichmentParameters parameters = in.getParameters();
            parameters.check();
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var file = GeneSetFile.read(parameters.m_file, warnings, progress.part(0, 0.4));
            final var table = in.getInTable(GeneSetEnrichmentParameters.GENES);
            final var genes = genes(parameters, table.getDataTableSpec()).read(table, warnings, progress);
            final var background = Background.of(in, parameters, file.sets(), warnings, progress);
            final var result =
                OverRepresentation.of(genes, background.genes(), file.sets(), parameters.rules(), progress);
            warn(result, warnings);
            final var tables = new EnrichmentTables(result, background.name(), parameters.rules());
            out.setOutData(0, tables.sets(exec, progress.part(0.6, 0.8)));
            out.setOutData(1, tables.genes(genes, exec, progress.part(0.8, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static void warn(final OverRepresentation result, final Warnings warnings) {
        if (result.genes().isEmpty()) {
            warnings.add("No gene is chosen: the table has no rows, or none that counts. All p values are 1.");
        }
        if (!result.outside().isEmpty()) {
            warnings.add("%,d of %,d genes are not in the background and were left out: %s.", result.outside().size(),
                result.outside().size() + result.genes().size(), Warnings.examples(result.outside()));
        }
        final int left = result.tooSmall().size() + result.tooLarge().size();
        if (left > 0) {
            warnings.add("%,d of %,d sets were not tested: %,d have too few and %,d too many genes in the background.",
                left, left + result.sets().size(), result.tooSmall().size(), result.tooLarge().size());
        }
    }
}
