/** Puts the plot together: what is chosen, what is in view, and what is drawn. */
(() => {
  "use strict";
  const { el, svg, count, number, percent, cut } = ViewKit;
  const { EDGE } = PlotAxes;
  const FEW_POINTS = 5000;
  const SMOOTH_MS = 30;
  const REST_MS = 150;
  const SPARSEST = 24;

  const draw = (start) => {
    const cells = start.cells;
    const { dimensions } = start.embeddings.find((e) => e.name === start.embedding);
    const state = { embedding: start.embedding, dims: [0, dimensions > 1 ? 1 : 0], colors: null, hidden: new Set(),
      highlighted: null, selected: null, lasso: false, positions: new Float32Array(0), grid: null,
      size: cells > 200000 ? 2 : cells > 20000 ? 3.5 : cells > 500 ? 6 : 9, opacity: cells > 20000 ? 0.6 : 0.85 };

    const canvas = el("canvas", { class: "points", tabindex: "0", role: "img", "aria-label": "Cells as points. "
      + "Arrows move, plus and minus zoom, 0 shows all, Escape ends the selection." });
    const axes = svg("svg", { class: "drawing" });
    const plot = el("div", { class: "plot" }, axes, canvas);
    const legend = el("div", { class: "legend", "aria-label": "Legend" });
    const status = el("div", { class: "status", "aria-live": "polite" });
    const layer = PointLayer.on(canvas);
    const shown = PlotWindow.on(canvas);
    const tip = ViewKit.tooltip();

    const progress = (what) => (share) => {
      status.replaceChildren(`Loading ${what}: ${Math.round(100 * share)} %`);
    };
    const visible = (i) => !(state.colors && state.colors.codes && state.hidden.has(state.colors.codes[i]));
    const dimension = (axis) => `${state.embedding.replace(/^X_/, "").toUpperCase()} ${state.dims[axis] + 1}`;

    // drawing ---------------------------------------------------------------------------------------------------------
    const axesOf = (width, height) => PlotAxes.drawn(shown.view, [dimension(0), dimension(1)], width, height);

    /** While the plot moves, points are left out if drawing all takes too long; at rest all are drawn. */
    let waiting = false;
    let took = 0;
    let rest = 0;
    const redraw = (moving = false) => {
      if (waiting || !shown.view) {
        return;
      }
      waiting = true;
      clearTimeout(rest);
      requestAnimationFrame(() => {
        waiting = false;
        const every = moving === true ? Math.min(SPARSEST, Math.max(1, Math.ceil(took / SMOOTH_MS))) : 1;
        const begin = performance.now();
        const [width, height] = shown.size();
        const dense = devicePixelRatio || 1;
        const pixels = [Math.round(width * dense), Math.round(height * dense)];
        if (canvas.width !== pixels[0] || canvas.height !== pixels[1]) {
          [canvas.width, canvas.height] = pixels;
        }
        layer.draw({ ...shown.toClip(), size: state.size * dense, opacity: state.opacity }, cells, every);
        if (every === 1) {
          took = performance.now() - begin;
        } else {
          rest = setTimeout(redraw, REST_MS);
        }
        axes.replaceChildren(...axesOf(plot.clientWidth, plot.clientHeight));
      });
    };

    const repaint = () => {
      layer.setColors(CellLegend.paint(state.colors, cells, state));
      redraw();
    };

    const picture = () => {
      const [width, height] = [plot.clientWidth, plot.clientHeight];
      const [inner, tall] = shown.size();
      const few = Array.from({ length: cells <= FEW_POINTS ? cells : 0 }, (_, i) => i).filter(visible);
      const painted = CellLegend.paint(state.colors, cells, { ...state, highlighted: null });
      const { a, b, c, d } = shown.toPixels();
      const points = cells <= FEW_POINTS ? few.flatMap((i) => {
        const [px, py] = [a * state.positions[2 * i] + b, c * state.positions[2 * i + 1] + d];
        return px < 0 || py < 0 || px > inner || py > tall || Number.isNaN(px + py) ? [] : [svg("circle", {
          cx: (px + EDGE.left).toFixed(1), cy: (py + EDGE.top).toFixed(1), r: state.size / 2,
          fill: ViewKit.css([...painted.subarray(4 * i, 4 * i + 3)]),
          "fill-opacity": ((state.opacity * painted[4 * i + 3]) / 255).toFixed(2) })];
      }) : [svg("image", { x: EDGE.left, y: EDGE.top, width: inner, height: tall, href: canvas.toDataURL() })];
      return ViewKit.sheet(width + 220, height, svg("g", {}, ...points), ...axesOf(width, height),
        CellLegend.drawn(state.colors, width + 12, height));
    };

    // what is told ----------------------------------------------------------------------------------------------------
    const tell = () => {
      let unplaced = 0;
      for (let i = 0; i < state.positions.length; i += 2) {
        unplaced += Number.isFinite(state.positions[i] + state.positions[i + 1]) ? 0 : 1;
      }
      const all = `${count(cells)} cells${unplaced ? `, ${count(unplaced)} without a position` : ""}`;
      if (!state.selected) {
        status.replaceChildren(el("span", { class: "quiet" }, `${all}. Shift-drag or the lasso selects, the wheel zooms.`));
        return;
      }
      const positions = [];
      state.selected.forEach((is, i) => is && positions.push(i));
      status.replaceChildren(
        el("strong", {}, `${count(positions.length)} of ${all} selected`), parts(positions),
        el("button", { type: "button", onclick: () => copy(positions) }, "Copy ids"),
        el("button", { type: "button", onclick: clear }, "Clear"));
    };

    /** The largest categories among the selected. */
    const parts = (positions) => {
      if (!state.colors || !state.colors.codes) {
        return "";
      }
      const found = new Map();
      positions.forEach((i) => found.set(state.colors.codes[i], (found.get(state.colors.codes[i]) || 0) + 1));
      const most = [...found].sort((a, b) => b[1] - a[1]).slice(0, 4);
      return el("span", { class: "quiet" }, most.map(([code, n]) =>
        `${cut(state.colors.categories[code] ?? "missing", 20)} ${percent(n, positions.length)}`).join(", "));
    };

    const copy = async (positions) => {
      const text = (await CellData.names(cells, positions, progress("ids"))).join("\n");
      tell();
      const field = el("textarea", { readonly: true, "aria-label": "Ids of the selected cells" });
      field.value = text;
      status.append(field);
      field.select();
      const done = document.execCommand("copy"); // works within KNIME's frame, where the newer way is forbidden
      if (done) {
        field.replaceWith(el("span", { role: "status" }, "Copied."));
      }
    };

    const value = (i) => {
      const { codes, categories, values, title } = state.colors || {};
      return !title ? "" : `${cut(title, 40)}: ${codes ? categories[codes[i]] ?? "missing" : number(values[i])}`;
    };

    let hovered = -1;
    const hover = (px, py, event) => {
      if (!state.grid) {
        return;
      }
      const i = state.grid.nearest(...shown.toData(px, py), ...shown.reach(PlotPointer.REACH), visible);
      if (i < 0) {
        hovered = -1;
        tip.hide();
      } else if (i !== hovered) {
        hovered = i;
        KnimeView.call("names", i, 1).then(([name]) => {
          if (hovered === i) {
            tip.show(event.clientX, event.clientY, name, value(i));
          }
        }).catch(ViewKit.fail);
      }
    };

    // what users do ---------------------------------------------------------------------------------------------------
    const clear = () => {
      state.selected = null;
      axes.querySelectorAll(".lasso").forEach((path) => path.remove());
      tell();
      repaint();
    };
    const selectIn = (polygon, done) => {
      axes.querySelectorAll(".lasso").forEach((path) => path.remove());
      if (!done) {
        const points = polygon.map(([x, y]) => `${x + EDGE.left},${y + EDGE.top}`).join(" ");
        axes.append(svg("polygon", { class: "lasso", points, fill: "#2062a8", "fill-opacity": 0.12, stroke: "#2062a8" }));
      } else if (polygon.length > 2) {
        const [width, height] = shown.size();
        const selected = PlotPointer.inside(polygon, Math.ceil(width), Math.ceil(height), state.positions,
          shown.toPixels(), visible);
        state.selected = selected.includes(1) ? selected : null;
        tell();
        repaint();
      }
    };
    PlotPointer.listen(canvas, {
      pan(dx, dy) {
        shown.pan(dx, dy);
        redraw(true);
      },
      zoom(factor, px, py) {
        shown.zoom(factor, px, py);
        redraw(true);
      },
      reset: () => { shown.reset(); redraw(); },
      isLasso: () => state.lasso,
      lasso: selectIn,
      leave: () => { hovered = -1; tip.hide(); },
      hover,
      clear,
    });

    const showLegend = () => CellLegend.show(legend, state.colors, state.hidden, {
      toggle(code, alone) {
        const codes = [...state.colors.categories.keys(), CellData.NO_CATEGORY];
        if (alone) {
          state.hidden = new Set(codes.filter((c) => c !== code));
        } else if (!state.hidden.delete(code)) {
          state.hidden.add(code);
        }
        if (codes.every((c) => state.hidden.has(c))) {
          state.hidden.clear();
        }
        legend.querySelectorAll("li button").forEach((button, i) => button.setAttribute("aria-pressed",
          String(!state.hidden.has(state.colors.categories[i] === undefined ? CellData.NO_CATEGORY : i))));
        repaint();
      },
      highlight(code) {
        state.highlighted = code;
        repaint();
      },
    });

    const load = async (work) => {
      try {
        document.querySelectorAll(".card.error").forEach((old) => old.remove());
        await work();
        tell();
        repaint();
      } catch (error) {
        tell();
        ViewKit.fail(error);
      }
    };
    const place = () => load(async () => {
      state.positions = await CellData.positions(state.embedding, ...state.dims, cells, progress("positions"));
      shown.fit(state.positions);
      layer.setPositions(state.positions);
      state.grid = PlotPointer.grid(state.positions, shown.bounds);
    });
    const color = (fetched) => load(async () => {
      state.colors = await fetched();
      state.hidden = new Set();
      state.highlighted = null;
      showLegend();
    });

    const controls = EmbeddingControls.of(start, state, {
      place, redraw, clear,
      annotation: (name) => color(async () => (name ? CellData.annotation(name, cells, progress(name)) : null)),
      gene: (name) => color(() => CellData.gene(name, cells, progress(name))),
      reset: () => { shown.reset(); redraw(); },
      lasso: (on) => { state.lasso = on; canvas.classList.toggle("lasso", on); },
      picture,
    });
    document.getElementById("main").replaceChildren(controls, el("div", { class: "stage" }, plot, legend), status);
    new ResizeObserver(() => redraw()).observe(plot);
    plot.dataset.renderer = layer.kind;
    layer.setPositions(state.positions);
    return place().then(() => (start.color ? color(() => CellData.annotation(start.color, cells, progress(start.color)))
      : repaint()));
  };

  ViewKit.start(draw, (start, { embedding, color }) => ({ ...start,
    embedding: ViewKit.chosen(start.embeddings.map((e) => e.name), embedding, start.embedding),
    color: ViewKit.chosen(start.annotations, color, start.color) }));
})();
