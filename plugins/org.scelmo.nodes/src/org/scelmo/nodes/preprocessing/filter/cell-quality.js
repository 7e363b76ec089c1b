/** Violins of the quality metrics, of cells that were kept and of those that were removed. */
(() => {
  "use strict";
  const { el, svg, count, number, ticks, CATEGORIES } = ViewKit;
  const TITLES = { n_genes_by_counts: "Genes with counts", total_counts: "Counts", pct_counts_mt: "Mitochondrial counts (%)" };
  const GROUPS = [["kept", "kept", CATEGORIES[0]], ["removed", "removed", CATEGORIES[5]]];
  const WIDTH = 320;
  const HEIGHT = 330;
  const EDGE = { left: 62, top: 34, bottom: 46 };

  const title = (name) => TITLES[name] || name;

  /** Values to pixels; the logarithm is of 1 + value, so that zeros have a place. */
  const scale = (metric, logarithmic) => {
    const all = GROUPS.flatMap(([key]) => (metric[key].count ? metric[key].quantiles : []));
    const at = logarithmic ? Math.log1p : (v) => v;
    const low = at(Math.min(...all));
    const span = at(Math.max(...all)) - low || 1;
    const inner = HEIGHT - EDGE.top - EDGE.bottom;
    return (v) => EDGE.top + inner - ((at(v) - low) / span) * inner;
  };

  const axis = (metric, y, logarithmic) => {
    const all = GROUPS.flatMap(([key]) => (metric[key].count ? metric[key].quantiles : []));
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const powers = [0, 1, 10, 100, 1000, 10000, 100000, 1000000].filter((v) => v >= low && v <= high);
    const marks = logarithmic && powers.length > 1 ? powers : ticks(low, high);
    return marks.map((v) => svg("g", {},
      svg("path", { d: `M${EDGE.left} ${y(v)}H${WIDTH - 8}`, stroke: "#8895a3", "stroke-opacity": 0.25 }),
      svg("text", { x: EDGE.left - 8, y: y(v) + 4, "text-anchor": "end" }, v >= 1000 ? count(v) : number(v))));
  };

  const told = (metric, key) => {
    const { quantiles } = metric[key];
    return [`${title(metric.name)}, ${count(metric[key].count)} cells ${key}`, `median ${number(quantiles[2])}`,
      `half of them from ${number(quantiles[1])} to ${number(quantiles[3])}`,
      `all from ${number(quantiles[0])} to ${number(quantiles[4])}`];
  };

  const violin = (metric, [key, , color], x, y, tip) => {
    const { at, density, quantiles } = metric[key];
    const most = Math.max(...density);
    const half = (i) => (at.length === 1 ? 26 : (density[i] / most) * 46);
    const right = at.map((v, i) => `${(x + half(i)).toFixed(1)},${y(v).toFixed(1)}`);
    const left = at.map((v, i) => `${(x - half(i)).toFixed(1)},${y(v).toFixed(1)}`).reverse();
    return svg("g", { onmousemove: (event) => tip.show(event.clientX, event.clientY, ...told(metric, key)),
      onmouseleave: tip.hide }, svg("title", {}, told(metric, key).join(", ")),
    svg("polygon", { points: [...right, ...left].join(" "), fill: color, "fill-opacity": 0.55, stroke: color,
      "stroke-width": 1.5 }),
    svg("rect", { x: x - 4, y: y(quantiles[3]), width: 8, height: Math.max(1, y(quantiles[1]) - y(quantiles[3])),
      fill: "#1c2733" }),
    svg("circle", { cx: x, cy: y(quantiles[2]), r: 3.2, fill: "#ffffff", stroke: "#1c2733" }));
  };

  const panel = (metric, offset, logarithmic, tip) => {
    const shown = GROUPS.filter(([key]) => metric[key].count);
    const parts = [svg("text", { x: EDGE.left + (WIDTH - EDGE.left) / 2, y: 16, "text-anchor": "middle", "font-weight": "bold" },
      title(metric.name))];
    if (!shown.length) {
      parts.push(svg("text", { x: WIDTH / 2, y: HEIGHT / 2, "text-anchor": "middle" }, "no values"));
    } else {
      const y = scale(metric, logarithmic);
      const step = (WIDTH - EDGE.left - 8) / shown.length;
      parts.push(...axis(metric, y, logarithmic));
      shown.forEach((group, i) => {
        const x = EDGE.left + (i + 0.5) * step;
        parts.push(violin(metric, group, x, y, tip),
          svg("text", { x, y: HEIGHT - 24, "text-anchor": "middle" }, group[1]),
          svg("text", { x, y: HEIGHT - 8, "text-anchor": "middle", class: "quiet" }, `${count(metric[group[0]].count)} cells`));
      });
    }
    return svg("g", { transform: `translate(${offset} 0)` }, ...parts);
  };

  const table = (metrics) => el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Quartiles" },
    el("table", {},
      el("thead", {}, el("tr", {}, ...["Metric", "Cells", "Number", "Minimum", "Lower quartile", "Median", "Upper quartile", "Maximum"]
        .map((text, i) => el("th", { scope: "col", class: i > 1 ? "number" : "" }, text)))),
      el("tbody", {}, ...metrics.flatMap((metric) => GROUPS.filter(([key]) => metric[key].count).map(([key, name]) =>
        el("tr", {}, el("th", { scope: "row" }, title(metric.name)), el("td", {}, name),
          el("td", { class: "number" }, count(metric[key].count)),
          ...metric[key].quantiles.map((v) => el("td", { class: "number" }, number(v)))))))));

  ViewKit.start(({ metrics }) => {
    const tip = ViewKit.tooltip();
    let logarithmic = false;
    const panels = () => metrics.map((metric, i) => panel(metric, i * WIDTH, logarithmic, tip));
    const picture = el("div", { class: "picture" });
    const show = () => picture.replaceChildren(svg("svg", { class: "drawing", width: WIDTH * metrics.length, height: HEIGHT,
      viewBox: `0 0 ${WIDTH * metrics.length} ${HEIGHT}`, role: "img", "aria-label": "Violins of quality metrics; the table "
        + "below has their quartiles" }, ...panels()));
    const box = el("input", { type: "checkbox", onchange: () => {
      logarithmic = box.checked;
      show();
    } });
    document.getElementById("main").replaceChildren(
      el("div", { class: "controls", role: "toolbar", "aria-label": "Picture" },
        el("label", { class: "check" }, box, "logarithmic"),
        el("span", { class: "group" }, ...ViewKit.exportButtons("cell-quality",
          () => ViewKit.sheet(WIDTH * metrics.length, HEIGHT, ...panels())))),
      picture, el("h2", {}, "Quartiles"), table(metrics));
    show();
  });
})();
