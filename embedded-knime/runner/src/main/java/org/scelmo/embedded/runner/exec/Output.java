package org.scelmo.embedded.runner.exec;

import java.io.IOException;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** What lies at an output port; data of an earlier session are read when someone asks for them. */
public final class Output {

    private final PortObjectSpec m_spec;

    private final Loader m_loader;

    private PortObject m_object;

    private String m_summary;

    private Output(final PortObjectSpec spec, final PortObject object, final String summary, final Loader loader) {
        m_spec = spec;
        m_object = object;
        m_summary = summary;
        m_loader = loader;
    }

    /** Reads data. */
    @FunctionalInterface
    public interface Loader {
        /** @return the data */
        PortObject load() throws IOException;
    }

    static Output planned(final PortObjectSpec spec) {
        return new Output(spec, null, "", () -> {
            throw new IOException("The node has not run");
        });
    }

    static Output made(final PortObject object) {
        return new Output(object == null ? null : object.getSpec(), object, object == null ? "" : object.getSummary(),
            () -> object);
    }

    /**
     * @param spec as it was saved
     * @param summary as it was saved
     * @param loader reads the data
     */
    public static Output stored(final PortObjectSpec spec, final String summary, final Loader loader) {
        return new Output(spec, null, summary, loader);
    }

    /** @return what is known about the data, {@code null} if nothing */
    public PortObjectSpec spec() {
        return m_spec;
    }

    /** @return one line about the data, empty if there are none */
    public String summary() {
        return m_summary == null ? "" : m_summary;
    }

    /**
     * @return the data, {@code null} if the port is empty
     * @throws IOException if they cannot be read
     */
    public synchronized PortObject object() throws IOException {
        if (m_object == null) {
            m_object = m_loader.load();
        }
        return m_object;
    }
}
