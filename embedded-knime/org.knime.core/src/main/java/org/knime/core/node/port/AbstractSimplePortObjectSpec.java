package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec that is a settings tree. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    public AbstractSimplePortObjectSpec() {
        // for serializers
    }

    protected abstract void save(ModelContentWO model);

    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final var content = new ModelContent("ignored");
        save(content);
        return content;
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj != null && getClass() == obj.getClass()
            && content().isIdentical(((AbstractSimplePortObjectSpec)obj).content());
    }

    /**
     * Writes and reads such specs.
     *
     * @param <T> the class of the specs
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends PortObjectSpecSerializer<T> {

        public AbstractSimplePortObjectSpecSerializer() {
            // nothing to do
        }

        @Override
        public void savePortObjectSpec(final T portObjectSpec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final var frame = SimpleContent.create();
            portObjectSpec.save(SimpleContent.begin(frame, portObjectSpec));
            SimpleContent.write(frame, out);
        }

        @Override
        @SuppressWarnings("unchecked") // the name was written by savePortObjectSpec
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final var frame = SimpleContent.read(in);
            try {
                final var type = Class.forName(SimpleContent.className(frame), true, getClass().getClassLoader());
                final var spec = SimpleContent.newInstance(type.asSubclass(AbstractSimplePortObjectSpec.class));
                spec.load(SimpleContent.content(frame));
                return (T)spec;
            } catch (final InvalidSettingsException | ClassNotFoundException | ClassCastException e) {
                throw new IOException("The port spec is malformed: " + e.getMessage(), e);
            }
        }
    }
}
