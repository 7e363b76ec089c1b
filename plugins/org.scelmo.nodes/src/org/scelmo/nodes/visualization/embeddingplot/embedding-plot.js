/** Puts the plot together: what is chosen, what is in view, and what is drawn. */
(() => {
  "use strict";
  const { el, svg, count, number, percent, ticks, cut } = ViewKit;
  const EDGE = { left: 56, right: 12, top: 8, bottom: 44 };
  const FEW_POINTS = 5000;
  const SMOOTH_MS = 30;
  const REST_MS = 150;
  const SPARSEST = 24;

  const draw = (start) => {
    const cells = start.cells;
    const state = { embedding: start.embedding, dims: [0, start.embeddings.find((e) => e.name === start.embedding).dimensions > 1 ? 1 : 0], colors: null, hidden: new Set(), highlighted: null,
      selected: null, lasso: false, view: null, bounds: null, positions: new Float32Array(0), grid: null,
      size: cells > 200000 ? 2 : cells > 20000 ? 3.5 : cells > 500 ? 6 : 9, opacity: cells > 20000 ? 0.6 : 0.85 };

    const canvas = el("canvas", { class: "points", tabindex: "0", role: "img", "aria-label": "Cells as points. "
      + "Arrows move, plus and minus zoom, 0 shows all, Escape ends the selection." });
    const axes = svg("svg", { class: "drawing" });
    const plot = el("div", { class: "plot" }, axes, canvas);
    const legend = el("div", { class: "legend", "aria-label": "Legend" });
    const status = el("div", { class: "status", "aria-live": "polite" });
    const layer = PointLayer.on(canvas);
    const tip = ViewKit.tooltip();

    const progress = (what) => (share) => {
      status.replaceChildren(`Loading ${what}: ${Math.round(100 * share)} %`);
    };
    const visible = (i) => !(state.colors && state.colors.codes && state.hidden.has(state.colors.codes[i]));
    const size = () => [canvas.clientWidth || 1, canvas.clientHeight || 1];
    const dimension = (axis) => `${state.embedding.replace(/^X_/, "").toUpperCase()} ${state.dims[axis] + 1}`;

    // what is in view -------------------------------------------------------------------------------------------------
    const toData = (px, py) => {
      const [width, height] = size();
      const { x, y } = state.view;
      return [x[0] + (px / width) * (x[1] - x[0]), y[1] - (py / height) * (y[1] - y[0])];
    };
    /** x in pixels is a * x + b, y is c * y + d. */
    const toPixels = () => {
      const [width, height] = size();
      const { x, y } = state.view;
      const a = width / (x[1] - x[0]);
      const c = -height / (y[1] - y[0]);
      return { a, b: -x[0] * a, c, d: -y[1] * c };
    };
    const fit = () => {
      const found = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
      for (let i = 0; i < state.positions.length; i += 2) {
        const px = state.positions[i];
        const py = state.positions[i + 1];
        if (Number.isFinite(px) && Number.isFinite(py)) {
          found.x[0] = Math.min(found.x[0], px);
          found.x[1] = Math.max(found.x[1], px);
          found.y[0] = Math.min(found.y[0], py);
          found.y[1] = Math.max(found.y[1], py);
        }
      }
      const widened = ([low, high]) => {
        const edge = Number.isFinite(low) ? (high - low || 1) * 0.04 : 1;
        return Number.isFinite(low) ? [low - edge, high + edge] : [-1, 1];
      };
      state.bounds = { x: widened(found.x), y: widened(found.y) };
      state.view = { x: [...state.bounds.x], y: [...state.bounds.y] };
    };

    // drawing ---------------------------------------------------------------------------------------------------------
    const axesOf = (width, height) => {
      const inner = [width - EDGE.left - EDGE.right, height - EDGE.top - EDGE.bottom];
      const px = (v) => EDGE.left + ((v - state.view.x[0]) / (state.view.x[1] - state.view.x[0])) * inner[0];
      const py = (v) => EDGE.top + ((state.view.y[1] - v) / (state.view.y[1] - state.view.y[0])) * inner[1];
      const bottom = height - EDGE.bottom;
      return [
        svg("path", { d: `M${EDGE.left} ${EDGE.top}V${bottom}H${width - EDGE.right}`, fill: "none", stroke: "#8895a3" }),
        ...ticks(...state.view.x).map((v) => svg("g", {},
          svg("path", { d: `M${px(v)} ${bottom}v5`, stroke: "#8895a3" }),
          svg("text", { x: px(v), y: bottom + 18, "text-anchor": "middle" }, number(v)))),
        ...ticks(...state.view.y).map((v) => svg("g", {},
          svg("path", { d: `M${EDGE.left} ${py(v)}h-5`, stroke: "#8895a3" }),
          svg("text", { x: EDGE.left - 9, y: py(v) + 4, "text-anchor": "end" }, number(v)))),
        svg("text", { x: EDGE.left + inner[0] / 2, y: height - 6, "text-anchor": "middle", "font-weight": "bold" },
          cut(dimension(0), 40)),
        svg("text", { x: 13, y: EDGE.top + inner[1] / 2, "text-anchor": "middle", "font-weight": "bold",
          transform: `rotate(-90 13 ${EDGE.top + inner[1] / 2})` }, cut(dimension(1), 40)),
      ];
    };

    /** While the plot moves, points are left out if drawing all takes too long; at rest all are drawn. */
    let waiting = false;
    let took = 0;
    let rest = 0;
    const redraw = (moving = false) => {
      if (waiting || !state.view) {
        return;
      }
      waiting = true;
      clearTimeout(rest);
      requestAnimationFrame(() => {
        waiting = false;
        const every = moving === true ? Math.min(SPARSEST, Math.max(1, Math.ceil(took / SMOOTH_MS))) : 1;
        const begin = performance.now();
        const [width, height] = size();
        const dense = devicePixelRatio || 1;
        const pixels = [Math.round(width * dense), Math.round(height * dense)];
        if (canvas.width !== pixels[0] || canvas.height !== pixels[1]) {
          [canvas.width, canvas.height] = pixels;
        }
        const { x, y } = state.view;
        const scale = [2 / (x[1] - x[0]), 2 / (y[1] - y[0])];
        layer.draw({ scale, offset: [-x[0] * scale[0] - 1, -y[0] * scale[1] - 1], size: state.size * dense,
          opacity: state.opacity }, cells, every);
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
      const [inner, tall] = size();
      const shown = Array.from({ length: cells <= FEW_POINTS ? cells : 0 }, (_, i) => i).filter(visible);
      const painted = CellLegend.paint(state.colors, cells, { ...state, highlighted: null });
      const { a, b, c, d } = toPixels();
      const points = cells <= FEW_POINTS ? shown.flatMap((i) => {
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
      const [x, y] = toData(px, py);
      const [width, height] = size();
      const reach = [(PlotPointer.REACH / width) * (state.view.x[1] - state.view.x[0]),
        (PlotPointer.REACH / height) * (state.view.y[1] - state.view.y[0])];
      const i = state.grid.nearest(x, y, ...reach, visible);
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
        const [width, height] = size();
        const selected = PlotPointer.inside(polygon, Math.ceil(width), Math.ceil(height), state.positions, toPixels(),
          visible);
        state.selected = selected.includes(1) ? selected : null;
        tell();
        repaint();
      }
    };
    const move = (axis, by) => (state.view[axis] = state.view[axis].map((v) => v + by));
    PlotPointer.listen(canvas, {
      pan(dx, dy) {
        const [width, height] = size();
        move("x", (-dx / width) * (state.view.x[1] - state.view.x[0]));
        move("y", (dy / height) * (state.view.y[1] - state.view.y[0]));
        redraw(true);
      },
      zoom(factor, px, py) {
        const [x, y] = toData(px, py);
        state.view.x = state.view.x.map((v) => x + (v - x) / factor);
        state.view.y = state.view.y.map((v) => y + (v - y) / factor);
        redraw(true);
      },
      reset: () => { fit(); redraw(); },
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
      fit();
      layer.setPositions(state.positions);
      state.grid = PlotPointer.grid(state.positions, state.bounds);
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
      reset: () => { fit(); redraw(); },
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

  ViewKit.start(draw);
})();
