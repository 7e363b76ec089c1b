/** The row of controls above the plot. */
const EmbeddingControls = (() => {
  "use strict";
  const { el } = ViewKit;

  const labeled = (text, control) => el("label", {}, text, control);

  const select = (options, chosen, change) => {
    const list = el("select", { onchange: () => change(list.value) },
      ...options.map(([value, text]) => el("option", { value, selected: value === chosen }, text)));
    return list;
  };

  const range = (attributes, change) => {
    const slider = el("input", { type: "range", ...attributes, oninput: () => change(Number(slider.value)) });
    return slider;
  };

  const toggle = (text, title, change) => {
    const button = el("button", { type: "button", title, "aria-pressed": "false", onclick: () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      change(on);
    } }, text);
    return button;
  };

  /** Lists of dimensions follow the embedding. */
  const axes = (start, state, on) => {
    const lists = el("span", { class: "group" });
    const show = () => {
      const { dimensions } = start.embeddings.find((e) => e.name === state.embedding);
      const options = Array.from({ length: dimensions }, (_, i) => [String(i), String(i + 1)]);
      lists.replaceChildren(...["x", "y"].map((axis, at) => {
        const list = select(options, String(state.dims[at]), (chosen) => {
          state.dims[at] = Number(chosen);
          on.place();
        });
        list.setAttribute("aria-label", `Dimension along ${axis}`);
        return list;
      }));
    };
    show();
    return { lists, show };
  };

  const gene = (on) => {
    const names = el("datalist", { id: "genes" });
    const field = el("input", { type: "search", list: "genes", placeholder: "e.g. CD3E", onchange: () => {
      if (field.value.trim()) {
        on.gene(field.value.trim());
      }
    }, oninput: async () => {
      const begin = field.value;
      if (begin.trim()) {
        const found = await KnimeView.call("suggest", begin).catch(() => []);
        names.replaceChildren(...(field.value === begin ? found : []).map((name) => el("option", { value: name })));
      }
    } });
    return { field, names };
  };

  return {
    /** on: place, annotation, gene, redraw, reset, lasso, picture */
    of(start, state, on) {
      const dims = axes(start, state, on);
      const genes = gene(on);
      const colors = select([["", "nothing"], ...start.annotations.map((name) => [`=${name}`, name])],
        start.color === null ? "" : `=${start.color}`, (chosen) => {
          genes.field.value = "";
          on.annotation(chosen.slice(1));
        });
      return el("div", { class: "controls", role: "toolbar", "aria-label": "Plot" },
        labeled("Embedding", select(start.embeddings.map((e) => [e.name, e.name]), state.embedding, (name) => {
          const { dimensions } = start.embeddings.find((e) => e.name === name);
          Object.assign(state, { embedding: name, dims: [0, Math.min(1, dimensions - 1)], selected: null });
          dims.show();
          on.place();
        })),
        labeled("Dimensions", dims.lists),
        labeled("Color by", colors),
        start.hasGenes ? labeled("or by gene", genes.field) : null, genes.names,
        labeled("Size", range({ min: 1, max: 14, step: 0.5, value: state.size }, (size) => {
          state.size = size;
          on.redraw();
        })),
        labeled("Opacity", range({ min: 0.05, max: 1, step: 0.05, value: state.opacity }, (opacity) => {
          state.opacity = opacity;
          on.redraw();
        })),
        el("span", { class: "group" },
          toggle("Lasso", "Draw around cells to select them", on.lasso),
          el("button", { type: "button", onclick: on.reset, title: "Show all cells (0)" }, "Fit"),
          ...ViewKit.exportButtons(state.embedding, on.picture)));
    },
  };
})();
