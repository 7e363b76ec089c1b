package org.scelmo.nodes.io.anndatatotable;

import java.util.Arrays;
import java.util.List;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.VectorForm;

/** Settings of AnnData to Table. */
final class AnnDataToTableParameters implements NodeParameters {

    interface AllGenesRef extends ParameterReference<Boolean> {
    }

    static final class IsAllGenes implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(AllGenesRef.class).isTrue();
        }
    }

    interface EmbeddingRef extends ParameterReference<String> {
    }

    static final class HasEmbedding implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getString(EmbeddingRef.class).isEqualTo(AnnDataChoices.NONE).negate();
        }
    }

    static final class MatrixChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("X", AnnDataChoices.layers(input, 0));
        }
    }

    static final class EmbeddingChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("None", AnnDataChoices.embeddings(input, 0));
        }
    }

    @Widget(title = "Include annotations of cells", description = "If selected, the table has one column per "
        + "annotation of the cells (obs). Default: selected.")
    boolean m_includeObs = true;

    @Widget(title = "All genes", description = "If selected, each gene becomes a column. Use it for some thousand "
        + "genes at most, for example after Highly Variable Genes: wide tables are slow. Default: not selected.")
    @Migrate(loadDefaultIfAbsent = true)
    @ValueReference(AllGenesRef.class)
    boolean m_allGenes;

    @Widget(title = "Genes", description = "Names of genes whose expression becomes a column each, separated by "
        + "commas, spaces or line breaks. Default: none.")
    @TextAreaWidget(rows = 4)
    @Effect(type = EffectType.HIDE, predicate = IsAllGenes.class)
    String m_genes = "";

    @Widget(title = "Embedding", description = "The embedding (obsm) of the cells to include. Default: none.")
    @ChoicesProvider(EmbeddingChoices.class)
    @ValueReference(EmbeddingRef.class)
    String m_embedding = AnnDataChoices.NONE;

    @Widget(title = "Form of the embedding", description = "How the vector of a cell is put into the table. Default: "
        + "one list column.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = HasEmbedding.class)
    VectorForm m_form = VectorForm.LIST;

    @Widget(title = "Expression from", description = "The matrix that the expression of genes is taken from: X or a "
        + "layer, for example counts. Default: X.")
    @ChoicesProvider(MatrixChoices.class)
    @Migrate(loadDefaultIfAbsent = true)
    @Advanced
    String m_matrix = AnnDataChoices.NONE;

    /** @return whether there are columns of expression */
    boolean hasGenes() {
        return m_allGenes || !genes().isEmpty();
    }

    boolean hasEmbedding() {
        return !AnnDataChoices.isNone(m_embedding);
    }

    /** @return the named genes in order, each once */
    List<String> genes() {
        return Arrays.stream(m_genes.split("[,;\\s]+")).filter(gene -> !gene.isEmpty()).distinct().toList();
    }
}
