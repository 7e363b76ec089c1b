/**
 * Speaks with KNIME, which shows a view's page in a frame and answers its messages.
 *
 *   KnimeView.initialData()            the data that the node gave the page, as a promise
 *   KnimeView.call("method", a, b)     calls a method of the view's data service, as a promise of its result
 *   KnimeView.onSettings(f)            calls f with the settings of the view in the dialog beside it, also when they change
 *
 * A promise is rejected with an Error whose message can be shown to users.
 */
const KnimeView = (() => {
  "use strict";
  const TIMEOUT_MS = 60000;
  const pending = new Map();
  const listeners = [];
  let lastId = 0;
  let config = null;

  const tellSettings = (shared, listener) => {
    if (shared && shared.data && shared.data.view) {
      listener(shared.data.view);
    }
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || !data) {
      return;
    }
    if (data.type === "UIExtensionResponse" && pending.has(data.requestId)) {
      pending.get(data.requestId)(data.payload);
      pending.delete(data.requestId);
    } else if (data.type === "UIExtensionPushEvent") {
      const { eventType, payload } = data.payload;
      if (eventType === "DataEvent") {
        listeners.forEach((listener) => tellSettings(payload, listener));
      }
    }
  });

  const request = (method, params) =>
    new Promise((resolve, reject) => {
      const requestId = `scelmo-${++lastId}`;
      const timer = setTimeout(() => {
        pending.delete(requestId);
        reject(new Error("KNIME does not answer. Close the view and open it again."));
      }, TIMEOUT_MS);
      pending.set(requestId, (payload) => {
        clearTimeout(timer);
        resolve(payload);
      });
      parent.postMessage({ type: "UIExtensionRequest", requestId, payload: { method, params } }, "*");
    });

  const tell = (type) => parent.postMessage({ type }, "*");

  /** KNIME pushes nothing before it is told that the page is ready. */
  const getConfig = () => (config = config || request("getConfig", []).then((answer) => {
    setTimeout(() => tell("UIExtensionReady"), 0);
    return answer;
  }));

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      tell("UIExtensionEscapePressed");
    }
  });

  /** Some versions hand JSON on as text. */
  const parsed = (json) => (typeof json === "string" ? JSON.parse(json) : json);

  const callService = async (serviceType, dataServiceRequest) => {
    const { nodeId, projectId, workflowId, extensionType } = await getConfig();
    const answer = parsed(await request("callNodeDataService", [
      { serviceType, dataServiceRequest, nodeId, projectId, workflowId, extensionType },
    ]));
    if (!answer) {
      throw new Error("KNIME gave no data.");
    }
    return answer.result === undefined ? answer : parsed(answer.result);
  };

  const resultOf = (answer) => {
    const error = answer && (answer.error || answer.userError || answer.internalError);
    if (error) {
      throw new Error(error.message || "The node gave no data.");
    }
    return answer.result;
  };

  return {
    async initialData() {
      const { initialData } = await getConfig();
      return resultOf(initialData ? parsed(initialData) : await callService("initial_data", ""));
    },

    async call(method, ...params) {
      const rpc = JSON.stringify({ jsonrpc: "2.0", id: ++lastId, method, params });
      return resultOf(await callService("data", rpc));
    },

    async onSettings(listener) {
      listeners.push(listener);
      tellSettings((await getConfig()).initialSharedData, listener);
    },
  };
})();
