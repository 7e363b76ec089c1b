package org.scelmo.embedded.runner.view;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.parameters.ParametersIO;
import org.scelmo.embedded.runner.exec.HostedNode;
import org.scelmo.embedded.runner.exec.NodeRun;
import org.scelmo.embedded.runner.exec.NodeState;
import org.scelmo.embedded.runner.session.Session;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.embedded.ui.access.InitialDataAccess;

/** The view of an executed node: its page, the data it starts with, and the calls it makes. Thread-safe. */
public final class NodeView {

    private final String m_title;

    private final ViewSheet m_sheet;

    private final NodeParameters m_parameters;

    private final PortObject[] m_internals;

    private JsonRpc m_services;

    private NodeView(final String title, final ViewSheet sheet, final NodeParameters parameters,
        final PortObject... internals) {
        m_title = title;
        m_sheet = sheet;
        m_parameters = parameters;
        m_internals = internals;
    }

    /**
     * @param run a node
     * @param session the workflow it is in
     * @return its view
     * @throws IOException with what is missing: the node is not executed, or has no view
     */
    public static NodeView of(final NodeRun run, final Session session) throws IOException {
        if (!(run.body() instanceof HostedNode hosted)
            || !(hosted.host().factory() instanceof NodeViewFactory<?> factory) || !factory.hasNodeView()) {
            throw new IOException("%s has no view".formatted(run.node()));
        }
        if (run.state() != NodeState.EXECUTED) {
            throw new IOException("%s is not executed, so that there is nothing to view".formatted(run.node()));
        }
        final var internals =
            run.isLoaded() ? session.data().internals(run.node().node()) : hosted.host().internals();
        try {
            final var sheet = factory instanceof DefaultNodeFactory declared
                ? NodeSheet.of(declared).view().orElseThrow() : classic(run, hosted.host(), internals);
            return new NodeView(run.node().toString(), sheet, parameters(run, sheet), internals);
        } catch (final InvalidSettingsException e) {
            throw new IOException("The settings of the view of %s are damaged: %s".formatted(run.node(),
                e.getMessage()), e);
        }
    }

    /** The view of a node of the classic kind, which asks its model. */
    private static ViewSheet classic(final NodeRun run, final NodeHost host, final PortObject... internals)
        throws InvalidSettingsException {
        if (run.isLoaded()) {
            host.loadSettings(run.node().node().settings().getNodeSettings("model"));
            ((PortObjectHolder)host.model()).setInternalPortObjects(internals);
        }
        return sheet(host);
    }

    /**
     * @param host an executed node of the classic kind with a view
     * @return its view as a declared node would have it, without calls
     */
    public static ViewSheet sheet(final NodeHost host) {
        @SuppressWarnings("unchecked") // a factory makes views of its own models
        final var view = ((NodeViewFactory<NodeModel>)host.factory()).createNodeView(host.model());
        final Optional<InitialDataService<Object>> data = view.createInitialDataService();
        return new ViewSheet("", Optional.empty(), view.getPage(),
            data.map(service -> input -> InitialDataAccess.INSTANCE.data(service)), Map.of());
    }

    /**
     * @param title of the page around the view
     * @param sheet what the node says about its view
     * @param parameters parameters of the view, null if it has none
     * @param internals what execution kept for the view, null if nothing
     * @return the view of a node that was executed outside of a workflow
     */
    public static NodeView of(final String title, final ViewSheet sheet, final NodeParameters parameters,
        final PortObject... internals) {
        return new NodeView(title, sheet, parameters, internals);
    }

    private static NodeParameters parameters(final NodeRun run, final ViewSheet sheet)
        throws InvalidSettingsException {
        final var type = sheet.parametersClass();
        if (type.isEmpty()) {
            return null;
        }
        final var settings = run.node().node().settings();
        return settings.containsKey("view") ? ParametersIO.load(type.get(), settings.getNodeSettings("view"))
            : Instances.of(type.get());
    }

    /** @return the node's name and place in the workflow */
    public String title() {
        return m_title;
    }

    /** @return the page */
    public Page page() {
        return m_sheet.page();
    }

    /** @return the data the page starts with, as JSON; empty if it starts without */
    public Optional<String> initialData() {
        return m_sheet.data().isEmpty() ? Optional.empty()
            : Optional.of(InitialData.of(() -> m_sheet.initialData(m_parameters, m_internals)));
    }

    /**
     * @param request a JSON-RPC 2.0 request
     * @return its response
     */
    public synchronized String call(final String request) {
        if (m_services == null) {
            m_services = new JsonRpc(m_sheet.services(m_parameters, m_internals));
        }
        return m_services.call(request);
    }
}
