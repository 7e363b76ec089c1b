package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A port object that is a settings tree. */
public abstract class AbstractSimplePortObject implements PortObject {

    public AbstractSimplePortObject() {
        // for serializers
    }

    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;

    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final var content = new ModelContent("ignored");
        try {
            save(content, new ExecutionMonitor());
        } catch (final CanceledExecutionException e) {
            throw new IllegalStateException("Nobody can have canceled this.", e);
        }
        return content;
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj != null && getClass() == obj.getClass()
            && content().isIdentical(((AbstractSimplePortObject)obj).content());
    }

    /**
     * Writes and reads such port objects.
     *
     * @param <T> the class of the objects
     */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
        extends PortObjectSerializer<T> {

        public AbstractSimplePortObjectSerializer() {
            // nothing to do
        }

        @Override
        public void savePortObject(final T portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final var frame = SimpleContent.create();
            portObject.save(SimpleContent.begin(frame, portObject), exec);
            SimpleContent.write(frame, out);
        }

        @Override
        @SuppressWarnings("unchecked") // the name was written by savePortObject
        public T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final var frame = SimpleContent.read(in);
            try {
                final var type = Class.forName(SimpleContent.className(frame), true, getClass().getClassLoader());
                final var object = SimpleContent.newInstance(type.asSubclass(AbstractSimplePortObject.class));
                object.load(SimpleContent.content(frame), spec, exec);
                return (T)object;
            } catch (final InvalidSettingsException | ClassNotFoundException | ClassCastException e) {
                throw new IOException("The port object is malformed: " + e.getMessage(), e);
            }
        }
    }
}
