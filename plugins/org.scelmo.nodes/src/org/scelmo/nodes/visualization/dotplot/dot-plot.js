/** Genes across, groups down: the size of a dot tells the share of cells, its color the mean expression. */
(() => {
  "use strict";
  const { el, svg, count, number, viridis, css, cut } = ViewKit;
  const SIDE = 190;
  const HEAD = 110;
  const STEP = 30;
  const LEGEND = 190;
  const LARGEST = 12.5;

  const named = (name) => (name === "" ? "(empty)" : name);
  const radius = (fraction) => Math.sqrt(fraction) * LARGEST;

  /** Limits of the colors: of all means, or of those of a gene. */
  const limits = (dots) => [Math.min(0, ...dots.map((d) => d.mean)), Math.max(...dots.map((d) => d.mean))];

  const legend = (x, [low, high], scaled) => {
    const steps = Array.from({ length: 30 }, (_, i) =>
      svg("rect", { x: x + 4 * i, y: HEAD + 18, width: 4.5, height: 12, fill: css(viridis(i / 29)) }));
    const sizes = [0.1, 0.25, 0.5, 0.75, 1].map((share, i) => svg("g", {},
      svg("circle", { cx: x + 14 + 30 * i, cy: HEAD + 104, r: radius(share), fill: "#8895a3" }),
      svg("text", { x: x + 14 + 30 * i, y: HEAD + 134, "text-anchor": "middle", "font-size": 10 }, `${100 * share} %`)));
    return [svg("text", { x, y: HEAD + 8, "font-weight": "bold" }, "Mean expression"), ...steps,
      svg("text", { x, y: HEAD + 46 }, scaled ? "lowest" : number(low)),
      svg("text", { x: x + 120, y: HEAD + 46, "text-anchor": "end" }, scaled ? "highest of gene" : number(high)),
      svg("text", { x, y: HEAD + 80, "font-weight": "bold" }, "Cells expressing"), ...sizes];
  };

  const draw = (dots, { scaled, tip }) => {
    const genes = [...new Set(dots.map((d) => d.gene))];
    const groups = [...new Set(dots.map((d) => d.group))];
    const all = limits(dots);
    const parts = [];
    groups.forEach((group, r) => parts.push(svg("text", { x: SIDE - 14, y: HEAD + (r + 0.5) * STEP + 4, "text-anchor": "end" },
      svg("title", {}, named(group)), cut(named(group), 24))));
    genes.forEach((gene, c) => {
      const own = dots.filter((d) => d.gene === gene);
      const [low, high] = scaled ? [Math.min(...own.map((d) => d.mean)), Math.max(...own.map((d) => d.mean))] : all;
      const x = SIDE + (c + 0.5) * STEP;
      parts.push(svg("text", { transform: `translate(${x + 4} ${HEAD - 8}) rotate(-60)` }, svg("title", {}, gene), cut(gene, 16)));
      own.forEach((dot) => {
        const y = HEAD + (groups.indexOf(dot.group) + 0.5) * STEP;
        const told = [`${gene} in ${named(dot.group)}`, `mean expression ${number(dot.mean)}`,
          `${(100 * dot.fraction).toFixed(1)} % of ${count(dot.cells)} cells express it`];
        parts.push(svg("g", { onmousemove: (event) => tip.show(event.clientX, event.clientY, ...told), onmouseleave: tip.hide },
          svg("title", {}, told.join(", ")),
          svg("rect", { x: x - STEP / 2, y: y - STEP / 2, width: STEP, height: STEP, fill: "#8895a3", "fill-opacity": 0 }),
          svg("circle", { cx: x, cy: y, r: radius(dot.fraction),
            fill: css(viridis(high > low ? (dot.mean - low) / (high - low) : 0)), stroke: "#8895a3", "stroke-width": 0.5 })));
      });
    });
    const width = SIDE + genes.length * STEP;
    const height = HEAD + groups.length * STEP;
    parts.push(svg("rect", { x: SIDE, y: HEAD, width: width - SIDE, height: height - HEAD, fill: "none", stroke: "#8895a3" }),
      ...legend(width + 30, all, scaled));
    return { width: width + 30 + LEGEND, height: Math.max(height + 16, HEAD + 150), parts };
  };

  ViewKit.start(({ dots }) => {
    const shown = { scaled: false, tip: ViewKit.tooltip() };
    const picture = el("div", { class: "picture", tabindex: "0", role: "region", "aria-label": "Dots of genes and groups" });
    const show = () => {
      const { width, height, parts } = draw(dots, shown);
      picture.replaceChildren(svg("svg", { class: "drawing", width, height, role: "img",
        "aria-label": "Dot plot: genes across, groups down" }, ...parts));
    };
    const saved = () => {
      const { width, height, parts } = draw(dots, shown);
      return ViewKit.sheet(width, height, ...parts);
    };
    const box = el("input", { type: "checkbox", onchange: () => {
      shown.scaled = box.checked;
      show();
    } });
    document.getElementById("main").replaceChildren(
      el("div", { class: "controls", role: "toolbar", "aria-label": "Picture" },
        el("label", { class: "check" }, box, "colors from the lowest to the highest mean of each gene"),
        el("span", { class: "group" }, ...ViewKit.exportButtons("dot-plot", saved))),
      picture);
    show();
  });
})();
