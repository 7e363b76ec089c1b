/** The course of a training: losses and validation by epoch, and the epoch whose weights were kept. */
(() => {
  "use strict";
  const { el, svg, tile, count, number, percent, ticks, CATEGORIES } = ViewKit;
  const WIDTH = 460;
  const HEIGHT = 330;
  const EDGE = { left: 64, right: 16, top: 46, bottom: 46 };
  const COLORS = { loss: CATEGORIES[0], validationLoss: CATEGORIES[5], crossEntropy: CATEGORIES[0], contrastive: CATEGORIES[1],
    validationAccuracy: CATEGORIES[2] };

  /** Each panel draws some numbers of the epochs on one axis. */
  const panels = ({ lambda, epochs }) => [
    { title: "Loss", loss: true, lines: [["loss", "training"], ["validationLoss", "validation"]] },
    { title: "Parts of the training loss", loss: true, lines: [["crossEntropy", "cross-entropy"],
      ["contrastive", `contrastive × ${number(lambda)}`, (e) => e.contrastive * lambda]] },
    { title: "Validation accuracy (kNN)", lines: [["validationAccuracy", "validation"]] }]
    .filter(({ lines }) => lines.some((line) => points(epochs, line).length));

  const points = (epochs, [key, , value]) => epochs.filter((e) => e[key] !== null)
    .map((e) => ({ epoch: e.epoch, value: value ? value(e) : e[key] }));

  /** Half an epoch on both sides; a flat line gets some room. Zeros have no logarithm: then the axis stays linear. */
  const scales = (epochs, lines, logarithmic) => {
    const values = lines.flatMap((line) => points(epochs, line).map((p) => p.value));
    const at = logarithmic && Math.min(...values) > 0 ? Math.log10 : (value) => value;
    let [low, high] = [at(Math.min(...values)), at(Math.max(...values))];
    const room = (high - low) * 0.06 || Math.abs(high) * 0.05 || 0.5;
    [low, high] = [low - room, high + room];
    const first = 0.5;
    const last = epochs[epochs.length - 1].epoch + 0.5;
    return { marks: at === Math.log10 ? powers(low, high) : ticks(low, high), last,
      x: (epoch) => EDGE.left + ((epoch - first) / (last - first)) * (WIDTH - EDGE.left - EDGE.right),
      y: (value) => HEIGHT - EDGE.bottom - ((at(value) - low) / (high - low)) * (HEIGHT - EDGE.top - EDGE.bottom) };
  };

  /** 1, 2 and 5 times powers of ten, between two logarithms. */
  const powers = (low, high) => {
    const found = [];
    for (let power = Math.floor(low); power <= high; power++) {
      found.push(...[1, 2, 5].map((step) => step * 10 ** power));
    }
    return found.filter((value) => Math.log10(value) >= low && Math.log10(value) <= high);
  };

  const axes = ({ marks, last, x, y }) => [
    ...marks.map((v) => svg("g", {},
      svg("path", { d: `M${EDGE.left} ${y(v)}H${WIDTH - EDGE.right}`, stroke: "#8895a3", "stroke-opacity": 0.25 }),
      svg("text", { x: EDGE.left - 8, y: y(v) + 4, "text-anchor": "end" }, number(v)))),
    ...ticks(0.5, last, 6).filter((v) => Number.isInteger(v) && v >= 1).map((v) =>
      svg("text", { x: x(v), y: HEIGHT - EDGE.bottom + 18, "text-anchor": "middle" }, String(v))),
    svg("text", { x: (EDGE.left + WIDTH - EDGE.right) / 2, y: HEIGHT - 8, "text-anchor": "middle" }, "Epoch")];

  const dot = (title, [key, name], { epoch, value }, { x, y }, tip) => {
    const told = [`Epoch ${epoch}`, `${name}: ${number(value)}`];
    return svg("circle", { cx: x(epoch), cy: y(value), r: 3.5, fill: COLORS[key], stroke: "#ffffff", "stroke-width": 0.8,
      onmousemove: (event) => tip.show(event.clientX, event.clientY, ...told), onmouseleave: tip.hide },
    svg("title", {}, `${title}, ${told.join(", ")}`));
  };

  const panel = ({ title, lines }, { epochs, keptEpoch }, offset, logarithmic, tip) => {
    const parts = [svg("text", { x: EDGE.left, y: 16, "font-weight": "bold" }, title)];
    const drawn = lines.filter((line) => points(epochs, line).length);
    if (drawn.length) {
      const scale = scales(epochs, drawn, logarithmic);
      parts.push(...axes(scale), svg("path", { d: `M${scale.x(keptEpoch)} ${EDGE.top}V${HEIGHT - EDGE.bottom}`,
        stroke: "#8895a3", "stroke-dasharray": "4 3" }, svg("title", {}, `Kept: epoch ${keptEpoch}`)));
      let left = EDGE.left;
      drawn.forEach((line) => {
        const at = points(epochs, line);
        parts.push(svg("polyline", { points: at.map((p) => `${scale.x(p.epoch).toFixed(1)},${scale.y(p.value).toFixed(1)}`)
          .join(" "), fill: "none", stroke: COLORS[line[0]], "stroke-width": 1.8 }),
        ...at.map((p) => dot(title, line, p, scale, tip)),
        svg("rect", { x: left, y: 26, width: 12, height: 4, fill: COLORS[line[0]] }),
        svg("text", { x: left + 17, y: 32 }, line[1]));
        left += 40 + 7 * line[1].length;
      });
    }
    return svg("g", { transform: `translate(${offset} 0)` }, ...parts);
  };

  const tiles = ({ epochs, keptEpoch, device, trainingCells, validationCells, classes }) => {
    const kept = epochs.find((e) => e.epoch === keptEpoch);
    const validated = kept.validationLoss === null ? [] : [
      tile("validation accuracy (kNN)", percent(kept.validationAccuracy, 1)), tile("validation loss", number(kept.validationLoss))];
    return el("div", { class: "tiles" }, tile("epoch of the weights", count(keptEpoch)), ...validated,
      tile("cells learned from", count(trainingCells)), tile("validation cells", count(validationCells)),
      tile("classes", count(classes.length)), tile("computed on", device));
  };

  const COLUMNS = [["loss", "Loss"], ["crossEntropy", "Cross-entropy"], ["contrastive", "Contrastive loss"],
    ["validationLoss", "Validation loss"], ["validationAccuracy", "Validation accuracy"]];

  const table = ({ epochs, keptEpoch }) => {
    const columns = COLUMNS.filter(([key]) => epochs.some((e) => e[key] !== null));
    return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Epochs" },
      el("table", {},
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Epoch"),
          ...columns.map(([, title]) => el("th", { scope: "col", class: "number" }, title)))),
        el("tbody", {}, ...epochs.map((e) => el("tr", { class: e.epoch === keptEpoch ? "best" : "" },
          el("th", { scope: "row" }, `${e.epoch}${e.epoch === keptEpoch ? " (kept)" : ""}`),
          ...columns.map(([key]) => el("td", { class: "number" }, e[key] === null ? "" : number(e[key]))))))));
  };

  ViewKit.start((data) => {
    const tip = ViewKit.tooltip();
    const all = panels(data);
    const box = el("input", { type: "checkbox", checked: true, onchange: () => show() });
    const drawn = () => all.map((one, i) => panel(one, data, i * WIDTH, one.loss && box.checked, tip));
    const picture = el("div", { class: "picture" });
    const show = () => picture.replaceChildren(svg("svg", { class: "drawing", width: WIDTH * all.length, height: HEIGHT,
      viewBox: `0 0 ${WIDTH * all.length} ${HEIGHT}`, role: "img",
      "aria-label": "Losses and validation by epoch; the table below has the numbers" }, ...drawn()));
    document.getElementById("main").replaceChildren(tiles(data),
      el("div", { class: "controls", role: "toolbar", "aria-label": "Picture" },
        el("label", { class: "check" }, box, "logarithmic losses"),
        el("span", { class: "group" }, ...ViewKit.exportButtons("training-curves",
          () => ViewKit.sheet(WIDTH * all.length, HEIGHT, ...drawn())))),
      picture, el("p", { class: "quiet" }, `${data.end} The dashed line marks epoch ${data.keptEpoch}, whose weights were kept.`),
      el("h2", {}, "Epochs"), table(data));
    show();
  });
})();
