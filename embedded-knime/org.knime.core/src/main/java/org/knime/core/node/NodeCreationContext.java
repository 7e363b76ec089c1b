package org.knime.core.node;

import java.net.URL;

/** The file from which a node was made; only the type is of use here. */
public class NodeCreationContext {

    private final URL m_url;

    public NodeCreationContext(final URL url) {
        m_url = url;
    }

    public URL getUrl() {
        return m_url;
    }
}
