package org.scelmo.nodes.preprocessing.concatenate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.scelmo.core.anndata.concat.CellNames.Rule;
import org.scelmo.core.anndata.concat.Concatenation;
import org.scelmo.core.anndata.concat.Join;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;

/** Settings of Concatenate AnnData. */
final class ConcatenateAnnDataParameters implements NodeParameters {

    /** Which genes are kept. */
    enum Genes {
            @Label(value = "Common", description = "Genes that all data have.")
            COMMON,
            @Label(value = "All", description = "Genes that any of the data has; expression of a gene that was not "
                + "measured counts as 0.")
            ALL;
    }

    /** Which annotations of cells are kept. */
    enum Annotations {
            @Label(value = "All", description = "Annotations that any of the data has; missing for the cells of the "
                + "others.")
            ALL,
            @Label(value = "Common", description = "Annotations that all data have.")
            COMMON;
    }

    /** When names of cells change. */
    enum CellNames {
            @Label(value = "If names repeat", description = "If a name occurs in several of the data, the name of the "
                + "data is appended to the names of all cells, and a warning tells so.")
            IF_REPEATED,
            @Label(value = "Always", description = "The name of the data is appended to the names of all cells.")
            ALWAYS,
            @Label(value = "Never", description = "Names stay as they are; the node fails if one belongs to several "
                + "cells.")
            NEVER;
    }

    @Widget(title = "Genes", description = "Which genes are kept. Default: common.")
    @ValueSwitchWidget
    Genes m_genes = Genes.COMMON;

    @Widget(title = "Annotations of cells", description = "Which annotations of cells (obs) are kept. Default: all.")
    @ValueSwitchWidget
    Annotations m_annotations = Annotations.ALL;

    @Widget(title = "Names of the data", description = "One per line, in the order of the ports, for example the names "
        + "of samples: the values of the new annotation. Empty: the numbers of the ports. Default: empty.")
    @TextAreaWidget(rows = 4)
    String m_names = "";

    @Widget(title = "Name of the annotation", description = "Name of the new annotation of cells (obs) that tells "
        + "which data they are from. If the name is taken, a number is appended. Default: batch.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_label = "batch";

    @Widget(title = "Append names of the data", description = "When the name of the data is appended to the names of "
        + "cells, after a hyphen. Default: if names repeat.")
    @ValueSwitchWidget
    @Advanced
    CellNames m_cellNames = CellNames.IF_REPEATED;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_label.isBlank()) {
            throw Messages.invalid("The annotation has no name.", "Enter one in the dialog, for example 'batch'.");
        }
        final Set<String> seen = new HashSet<>();
        for (final var name : entered()) {
            if (!seen.add(name)) {
                throw Messages.invalid("Several data are called '%s'.".formatted(name),
                    "Give each another name in the dialog.");
            }
        }
    }

    private List<String> entered() {
        return m_names.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /**
     * @param count number of data
     * @return their names
     * @throws InvalidSettingsException if there are too few or too many
     */
    List<String> names(final int count) throws InvalidSettingsException {
        validate();
        final var entered = entered();
        if (entered.isEmpty()) {
            return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
        }
        if (entered.size() != count) {
            throw Messages.invalid("%d data are connected, but %d names are given.".formatted(count, entered.size()),
                "Enter one name per line in the dialog, in the order of the ports.",
                "Empty the field to number the data.");
        }
        return entered;
    }

    /** @param annotations names of annotations that the new one must not take */
    Concatenation concatenation(final Iterable<String> annotations) {
        return new Concatenation(m_genes == Genes.COMMON ? Join.INNER : Join.OUTER,
            m_annotations == Annotations.COMMON ? Join.INNER : Join.OUTER, switch (m_cellNames) {
                case IF_REPEATED -> Rule.IF_REPEATED;
                case ALWAYS -> Rule.ALWAYS;
                case NEVER -> Rule.NEVER;
            }, Tables.uniqueName(m_label.strip(), annotations));
    }
}
