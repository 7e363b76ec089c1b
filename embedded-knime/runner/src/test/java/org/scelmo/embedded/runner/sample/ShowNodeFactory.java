package org.scelmo.embedded.runner.sample;

import java.util.concurrent.atomic.AtomicLong;

import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Shows how many rows it got. */
public final class ShowNodeFactory extends DefaultNodeFactory {

    /** What the last call of a page asked for, for tests of pages in a browser. */
    public static final AtomicLong LAST_PRODUCT = new AtomicLong();

    private static final String PAGE = """
        <!DOCTYPE html><title>Rows</title><p id="told">waiting</p><script src="show.js"></script>
        """;

    /** Asks for its data as pages do, then calls a method with them. */
    private static final String SCRIPT = """
        let next = 0;
        const waiting = new Map();
        const ask = (method, params) => new Promise((resolve) => {
          waiting.set(String(next), resolve);
          parent.postMessage({type: "UIExtensionRequest", requestId: String(next++), payload: {method, params}}, "*");
        });
        addEventListener("message", ({data}) => waiting.get(data.requestId)(data.payload));
        ask("getConfig", []).then(async ({initialData}) => {
          const dataServiceRequest = JSON.stringify(
            {jsonrpc: "2.0", id: 1, method: "times", params: [initialData.result.rows, 2]});
          const {result} = await ask("callNodeDataService", [{serviceType: "data", dataServiceRequest}]);
          document.getElementById("told").textContent =
            `${initialData.result.title} ${initialData.result.rows}, doubled ${JSON.parse(result).result}`;
        });
        """;

    private static final DefaultNode NODE = DefaultNode.create().name("Show").icon("./show.png") //
        .shortDescription("Shows rows.").fullDescription("Shows how many rows there are.") //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p.addInputTable("Table", "The rows.")) //
        .model(m -> m.withoutParameters().configure((in, out) -> { })
            .execute((in, out) -> out.setInternalData(in.getInTable(0)))) //
        .addView(v -> v.parametersClass(ViewParameters.class).description("How many rows there are.") //
            .page(p -> p.fromString(() -> PAGE).relativePath("show.html").addResourceFromString(() -> SCRIPT, "show.js"))
            .initialData(d -> d.data(
                in -> new Data(in.<ViewParameters> getParameters().m_title, rows(in.getInternalTables()[0]))))
            .dataService(s -> s.handler(in -> new Calculator())));

    public ShowNodeFactory() {
        super(NODE);
    }

    /** The view's settings. */
    public static final class ViewParameters implements NodeParameters {

        String m_title = "rows";
    }

    /** What the page starts with. */
    record Data(String title, long rows) {
    }

    /** What the page can call. */
    static final class Calculator {

        /** @return the product */
        public long times(final long a, final long b) {
            LAST_PRODUCT.set(Math.multiplyExact(a, b));
            return LAST_PRODUCT.get();
        }
    }

    private static long rows(final BufferedDataTable table) {
        return table.size();
    }
}
