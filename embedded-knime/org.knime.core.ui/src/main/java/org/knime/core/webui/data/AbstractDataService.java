package org.knime.core.webui.data;

/** What data services share. */
public abstract class AbstractDataService implements DataService {

    AbstractDataService() {
        // only KNIME's own kinds
    }

    /** Makes a service. */
    public abstract static class AbstractDataServiceBuilder implements DataServiceBuilder {
    }
}
