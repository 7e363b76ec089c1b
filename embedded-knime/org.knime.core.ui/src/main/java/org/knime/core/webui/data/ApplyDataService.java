package org.knime.core.webui.data;

/**
 * Takes data of a page over into the node. The double has none.
 *
 * @param <D> the data
 */
public final class ApplyDataService<D> extends AbstractDataService {

    private ApplyDataService() {
        // never made
    }
}
