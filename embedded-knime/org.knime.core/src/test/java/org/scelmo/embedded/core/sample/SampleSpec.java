package org.scelmo.embedded.core.sample;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** The spec of a sample port object. */
public final class SampleSpec extends AbstractSimplePortObjectSpec {

    private String m_text = "";

    public SampleSpec() {
        // for the serializer
    }

    SampleSpec(final String text) {
        m_text = text;
    }

    public String text() {
        return m_text;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString("text", m_text);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_text = model.getString("text");
    }

    /** Its serializer. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<SampleSpec> {
    }
}
