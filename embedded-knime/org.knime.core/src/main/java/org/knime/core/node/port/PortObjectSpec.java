package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.internal.SerializerMethodLoader;

/** What is known about a port object before it exists. */
public interface PortObjectSpec {

    JComponent[] getViews();

    /**
     * Writes and reads specs of a class.
     *
     * @param <T> the class
     */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec>
        implements SerializerMethodLoader.Serializer<T> {

        public PortObjectSpecSerializer() {
            // nothing to do
        }

        public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out)
            throws IOException;

        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
