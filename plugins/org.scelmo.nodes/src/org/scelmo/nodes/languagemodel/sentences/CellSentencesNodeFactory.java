package org.scelmo.nodes.languagemodel.sentences;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
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
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.llm.text.CellSentences;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Writes each cell as a sentence of its genes. */
public final class CellSentencesNodeFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC = new DataTableSpec(Tables.column("Sentence", StringCell.TYPE));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Cell Sentences") //
        .icon("./cell-sentences.png") //
        .shortDescription("Writes each cell as a sentence that names its genes by their expression.") //
        .fullDescription("""
                Turns each cell into a text: the names of its genes, the highest expression first. This is GenePT-s, \
                the prompt-only way to vectors of cells. Use Gene Embed to turn the sentences into vectors, and Add \
                Cell Annotations or Table to AnnData to bring them back.
                <ul>
                  <li><b>Order:</b> by expression; among equally expressed genes the later one comes first.</li>
                  <li><b>Genes without expression</b> (0 or less) are left out. A cell that expresses nothing gets no \
                  sentence, but a missing value.</li>
                  <li><b>Cost:</b> every cell is one text to embed, of about three tokens a gene. The dialog of Gene \
                  Embed tells what that costs.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with expression X.", AnnDataPortObject.TYPE) //
            .addOutputTable("Sentences", "One row per cell. RowIDs are the names of the cells; where a name occurs "
                + "more than once, a number is appended.")) //
        .model(m -> m //
            .parametersClass(CellSentencesParameters.class) //
            .configure(CellSentencesNodeFactory::configure) //
            .execute(CellSentencesNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("GenePT", "GenePT-s", "cell sentence", "scRNA-seq", "prompt", "LLM", "AnnData", "scELMo");

    public CellSentencesNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CellSentencesParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (data != null) {
            check(parameters, data.outline());
        }
        out.setOutSpec(0, SPEC);
    }

    private static void check(final CellSentencesParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        Expression.check(data);
        GeneCoverage.checkColumn(parameters.m_geneColumn, data);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final CellSentencesParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            check(parameters, input.getSpec().outline());
            final var warnings = new Warnings();
            out.setOutData(0, write(input.open(), parameters, warnings, in.getExecutionContext()));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static BufferedDataTable write(final AnnData data, final CellSentencesParameters parameters,
        final Warnings warnings, final ExecutionContext exec) throws IOException {
        final Iterator<String> ids = List.of(Tables.uniqueIds(data.obs().index())).iterator();
        final var sentences =
            new CellSentences(genes(data, parameters.m_geneColumn), parameters.m_genes, parameters.m_prefix);
        final var container = exec.createDataContainer(SPEC);
        final var empty = new long[1];
        try {
            sentences.write(data.x().orElseThrow(), sentence -> {
                empty[0] += sentence.isEmpty() ? 1 : 0;
                container.addRowToTable(new DefaultRow(ids.next(), cell(sentence)));
            }, ExecutionProgress.of(exec));
        } catch (final NonFiniteValueException e) {
            throw Expression.named(e, data);
        } finally {
            container.close();
        }
        if (empty[0] > 0) {
            warnings.add("%,d of %,d cells express nothing and have no sentence.", empty[0], data.obs().index().length);
        }
        return container.getTable();
    }

    /** @return the names of the genes; where the column has none, that of the index */
    private static List<String> genes(final AnnData data, final String column) {
        final var names = GeneCoverage.names(data, column).clone();
        final var index = data.var().index();
        for (int i = 0; i < names.length; i++) {
            names[i] = names[i] == null ? index[i] : names[i];
        }
        return List.of(names);
    }

    private static DataCell cell(final String sentence) {
        return sentence.isEmpty() ? DataType.getMissingCell() : new StringCell(sentence);
    }
}
