package org.scelmo.embedded.runner.sample;

import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Says nothing. */
public final class TextPortObjectSpec extends AbstractSimplePortObjectSpec {

    /** Named in plugin.xml. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<TextPortObjectSpec> {
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addInt("version", 1);
    }

    @Override
    protected void load(final ModelContentRO model) {
        // nothing to load
    }
}
