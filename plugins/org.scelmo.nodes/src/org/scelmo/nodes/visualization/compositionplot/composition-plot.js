/** Stacked bars: what each group of cells is made up of. */
(() => {
  "use strict";
  const { el, svg, count, number, percent, category, ticks, cut } = ViewKit;
  const SIDE = 190;
  const LEGEND = 200;
  const TOP = 10;
  const ROW = 30;
  const FOOT = 48;

  const sum = (values) => values.reduce((a, b) => a + b, 0);
  const named = (name) => (name === "" ? "(empty)" : name);

  /** Positions of the bars, in the order of the categories or by a number. */
  const order = ({ rows, counts }, by) => {
    const totals = counts.map(sum);
    const key = by === "size" ? (i) => -totals[i] : by === "first" ? (i) => -(counts[i][0] / (totals[i] || 1)) : () => 0;
    return rows.map((_, i) => i).sort((a, b) => key(a) - key(b) || a - b);
  };

  const axis = (width, height, most, shares) => ticks(0, most).map((v) => {
    const x = SIDE + (v / most) * width;
    return svg("g", {}, svg("path", { d: `M${x} ${TOP}V${height}`, stroke: "#8895a3", "stroke-opacity": 0.3 }),
      svg("text", { x, y: height + 16, "text-anchor": "middle" }, shares ? `${number(100 * v)} %` : count(v)));
  });

  const legend = ({ columns }, x, parts) => [
    svg("text", { x, y: TOP + 12, "font-weight": "bold" }, cut(parts, 24)),
    ...columns.map((name, c) => svg("g", {}, svg("title", {}, named(name)),
      svg("rect", { x, y: TOP + 22 + 20 * c, width: 12, height: 12, fill: category(c) }),
      svg("text", { x: x + 18, y: TOP + 32 + 20 * c }, cut(named(name), 22))))];

  const bar = (data, i, y, { width, most, shares, tip }) => {
    const total = sum(data.counts[i]);
    let x = SIDE;
    return data.counts[i].map((cells, c) => {
      if (!cells) {
        return null;
      }
      const long = ((shares ? cells / total : cells) / most) * width;
      const told = [`${named(data.rows[i])}: ${named(data.columns[c])}`,
        `${count(cells)} of ${count(total)} cells, ${percent(cells, total)}`];
      const part = svg("rect", { x, y, width: long, height: ROW - 8, fill: category(c), stroke: "#ffffff",
        "stroke-width": long > 3 ? 0.7 : 0, onmousemove: (event) => tip.show(event.clientX, event.clientY, ...told),
        onmouseleave: tip.hide }, svg("title", {}, told.join(", ")));
      x += long;
      return part;
    }).filter(Boolean);
  };

  const draw = (data, shown) => {
    const width = Math.max(160, shown.width - SIDE - LEGEND - 40);
    const totals = data.counts.map(sum);
    const most = shown.shares ? 1 : Math.max(1, ...totals);
    const height = TOP + data.rows.length * ROW;
    const bars = order(data, shown.by).flatMap((i, row) => [
      svg("text", { x: SIDE - 10, y: TOP + (row + 0.5) * ROW, "text-anchor": "end" }, svg("title", {}, named(data.rows[i])),
        cut(named(data.rows[i]), 24)),
      ...bar(data, i, TOP + row * ROW, { ...shown, width, most })]);
    return { width: SIDE + width + LEGEND + 40, height: Math.max(height + FOOT, TOP + 40 + 20 * data.columns.length),
      parts: [...axis(width, height, most, shown.shares), ...bars,
        svg("text", { x: SIDE + width / 2, y: height + 38, "text-anchor": "middle", "font-weight": "bold" },
          shown.shares ? "share of cells" : "number of cells"), ...legend(data, SIDE + width + 30, shown.parts)] };
  };

  const choice = (title, options, chosen, change) => {
    const list = el("select", { onchange: () => change(list.value) },
      ...options.map(([value, text]) => el("option", { value, selected: value === chosen }, text)));
    return el("label", {}, title, list);
  };

  ViewKit.start(async (start) => {
    const shown = { bars: start.bars, parts: start.parts, by: "name", shares: true, width: 900, tip: ViewKit.tooltip() };
    let data = null;
    const picture = el("div", { class: "picture" });
    const note = el("p", { class: "quiet", "aria-live": "polite" });
    const show = () => {
      shown.width = picture.clientWidth || 900;
      const { width, height, parts } = draw(data, shown);
      picture.replaceChildren(svg("svg", { class: "drawing", width, height, role: "img",
        "aria-label": `Bars of ${shown.bars}, made up of ${shown.parts}` }, ...parts));
    };
    const saved = () => {
      const { width, height, parts } = draw(data, { ...shown, width: 1000 });
      return ViewKit.sheet(width, height, ...parts);
    };
    const load = async () => {
      try {
        document.querySelectorAll(".card.error").forEach((old) => old.remove());
        data = await KnimeView.call("counts", shown.bars, shown.parts);
        note.textContent = data.missing ? `${count(data.missing)} cells without one of the two values are left out.` : "";
        show();
      } catch (error) {
        ViewKit.fail(error);
      }
    };
    const change = (key, after) => (value) => {
      shown[key] = key === "shares" ? value === "shares" : value;
      after();
    };
    const names = start.annotations.map((name) => [name, name]);
    document.getElementById("main").replaceChildren(
      el("div", { class: "controls", role: "toolbar", "aria-label": "Plot" },
        choice("A bar for each", names, shown.bars, change("bars", load)),
        choice("made up of", names, shown.parts, change("parts", load)),
        choice("Length", [["shares", "share of cells"], ["numbers", "number of cells"]], "shares", change("shares", show)),
        choice("Order", [["name", "of the categories"], ["size", "largest first"], ["first", "by the share of the first part"]],
          "name", change("by", show)),
        el("span", { class: "group" }, ...ViewKit.exportButtons("composition", saved))),
      picture, note);
    await load();
    let last = picture.clientWidth;
    new ResizeObserver(() => {
      if (data && Math.abs(picture.clientWidth - last) > 2) {
        last = picture.clientWidth;
        show();
      }
    }).observe(picture);
  }, (start, { bars, parts }) => ({ ...start, bars: ViewKit.chosen(start.annotations, bars, start.bars),
    parts: ViewKit.chosen(start.annotations, parts, start.parts) }));
})();
