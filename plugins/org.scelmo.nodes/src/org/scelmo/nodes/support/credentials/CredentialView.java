package org.scelmo.nodes.support.credentials;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.data.ApplyDataService;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;
import org.scelmo.nodes.support.credentials.CredentialNode.View;

/**
 * The view of an executed node: a page and the data it starts with. It has no settings, and calls nothing.
 *
 * @param view the data sheet
 * @param data made when the page asks
 */
record CredentialView(View<?> view, Supplier<Object> data) implements NodeView {

    @Override
    public Page getPage() {
        return Page.create().fromString(view.page()::get).relativePath(view.name());
    }

    @Override
    @SuppressWarnings("unchecked") // whoever asks knows what the page gets
    public <D> Optional<InitialDataService<D>> createInitialDataService() {
        return Optional.of(InitialDataService.<D> builder(() -> (D)data.get()).build());
    }

    @Override
    public Optional<RpcDataService> createRpcDataService() {
        return Optional.empty();
    }

    @Override
    public <D> Optional<ApplyDataService<D>> createApplyDataService() {
        return Optional.empty();
    }

    @Override
    public void validateSettings(final NodeSettingsRO settings) {
        // the view has none
    }

    @Override
    public void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
        // the view has none
    }
}
