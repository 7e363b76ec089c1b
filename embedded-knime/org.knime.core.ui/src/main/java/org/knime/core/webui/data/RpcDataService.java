package org.knime.core.webui.data;

/** Lets a page call methods. The double has none for views of classic nodes. */
public final class RpcDataService extends AbstractDataService {

    private RpcDataService() {
        // never made
    }
}
