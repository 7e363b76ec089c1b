package org.scelmo.embedded.ui;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.ApplyDataService;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;

/**
 * The view of a declared node as classic nodes have theirs, without parameters and calls: those go through the sheet.
 *
 * @param sheet what the node says about its view
 * @param internals what execution kept
 */
public record SheetView(ViewSheet sheet, Supplier<PortObject[]> internals) implements NodeView {

    @Override
    public Page getPage() {
        return sheet.page();
    }

    @Override
    @SuppressWarnings("unchecked") // whoever asks knows what the page gets
    public <D> Optional<InitialDataService<D>> createInitialDataService() {
        return sheet.data().isEmpty() ? Optional.empty() : Optional.of(InitialDataService
            .<D> builder(() -> (D)sheet.initialData(null, internals.get()).orElse(null)).build());
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
        // the sheet loads them
    }

    @Override
    public void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
        // the sheet loads them
    }
}
