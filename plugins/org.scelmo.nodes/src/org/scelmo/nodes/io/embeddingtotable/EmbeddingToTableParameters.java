package org.scelmo.nodes.io.embeddingtotable;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.scelmo.nodes.support.VectorForm;

/** Settings of Embedding to Table. */
final class EmbeddingToTableParameters implements NodeParameters {

    @Widget(title = "Form of the vectors",
        description = "How a vector is put into the table. Default: one list column.")
    @ValueSwitchWidget
    VectorForm m_form = VectorForm.LIST;
}
