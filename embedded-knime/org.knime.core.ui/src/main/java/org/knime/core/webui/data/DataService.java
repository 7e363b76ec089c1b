package org.knime.core.webui.data;

/** What a page asks the node for. */
public interface DataService {

    /** Makes a service. */
    interface DataServiceBuilder {
    }
}
