package org.knime.core.webui.data;

import java.util.Optional;

/** Has services for a page. */
public interface DataServiceProvider {

    /**
     * @param <D> the data
     * @return gives the data that the page starts with
     */
    <D> Optional<InitialDataService<D>> createInitialDataService();

    /** @return lets the page call methods */
    Optional<RpcDataService> createRpcDataService();

    /**
     * @param <D> the data
     * @return takes data of the page over
     */
    <D> Optional<ApplyDataService<D>> createApplyDataService();
}
