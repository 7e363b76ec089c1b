/** Embeddings as rows, the best first; scores as circles, totals as bars, as users know them from scib-metrics. */
(() => {
  "use strict";
  const { el, svg, css, rgb, ink, cut } = ViewKit;
  const SIDE = 190;
  const HEAD = 160;
  const ROW = 46;
  const CIRCLE = 50;
  const BAR = 92;
  const GAP = 18;
  const TOTAL = "Total";
  const OVERALL = "Overall";
  /** Purple for low and green for high scores, yellow to blue for totals: told apart by all eyes. */
  const SCORES = ["#762a83", "#af8dc3", "#e7d4e8", "#f7f7f7", "#d9f0d3", "#7fbf7b", "#1b7837"].map(rgb);
  const TOTALS = ["#edf8b1", "#7fcdbb", "#41b6c4", "#2c7fb8", "#253494"].map(rgb);

  const between = (stops, share) => {
    const at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
    const low = Math.min(stops.length - 2, Math.floor(at));
    return stops[low].map((from, i) => Math.round(from + (at - low) * (stops[low + 1][i] - from)));
  };

  /** Scores by embedding and name, and the columns by aspect: all, or those that are part of the totals. */
  const arranged = (all, further) => {
    const counted = new Set(all.filter((score) => score.counts || score.aspect === TOTAL).map((score) => score.name));
    const scores = all.filter((score) => further || counted.has(score.name));
    const rows = new Map();
    const columns = new Map();
    scores.forEach((score) => {
      const aspect = score.aspect;
      columns.set(aspect, (columns.get(aspect) || new Map()).set(score.name, score));
      rows.set(score.embedding, (rows.get(score.embedding) || new Map()).set(`${aspect}/${score.name}`, score));
    });
    const groups = [...columns].map(([aspect, names]) => ({ aspect, names: [...names.keys()] }));
    groups.sort((a, b) => (a.aspect === TOTAL) - (b.aspect === TOTAL));
    return { rows, groups };
  };

  const value = (row, key) => {
    const score = row.get(key);
    return !score || score.value === null ? -Infinity : score.value;
  };

  /** The best first; embeddings without the score last, in the order of the table. */
  const sorted = ({ rows, groups }, key) => {
    const totals = groups.find((g) => g.aspect === TOTAL);
    const fallback = totals ? totals.names.map((name) => `${TOTAL}/${name}`) : [];
    const keys = [key, `${TOTAL}/${OVERALL}`, ...fallback];
    const compare = (a, b) => keys.map((k) => (value(b[1], k) === value(a[1], k) ? 0 : value(b[1], k) - value(a[1], k)))
      .find((difference) => difference !== 0) || 0;
    return [...rows].sort(compare);
  };

  const told = (score) => [`${score.embedding}: ${score.name}`,
    score.value === null ? `missing: ${score.missing}` : score.value.toFixed(4)
      + (score.deviation === null ? "" : ` ± ${score.deviation.toFixed(4)} over subsamples`),
    score.aspect === TOTAL || score.counts ? "" : "Not part of the totals.", score.definition || "",
    score.follows ? `Follows ${score.follows}.` : ""].filter(Boolean);

  const pointed = (score, tip, ...parts) => svg("g", { onmousemove: (event) => tip.show(event.clientX, event.clientY,
    ...told(score)), onmouseleave: tip.hide }, svg("title", {}, told(score).join(" ")), ...parts);

  const absent = (score, x, y, tip) => pointed(score, tip,
    svg("circle", { cx: x, cy: y, r: 17, fill: "#8895a3", "fill-opacity": 0.08, stroke: "#8895a3", "stroke-dasharray": "3 3" }),
    svg("text", { x, y: y + 4, "text-anchor": "middle", class: "quiet" }, "–"));

  const circle = (score, x, y, share, tip) => {
    if (score.value === null) {
      return absent(score, x, y, tip);
    }
    const color = between(SCORES, share);
    return pointed(score, tip,
      svg("circle", { cx: x, cy: y, r: 18, fill: css(color), stroke: "#8895a3", "stroke-width": 0.7,
        "stroke-dasharray": score.counts ? null : "2 3" }),
      svg("text", { x, y: y + 4, "text-anchor": "middle", "font-size": 11, fill: ink(color) }, score.value.toFixed(2)));
  };

  const bar = (score, x, y, tip) => {
    if (score.value === null) {
      return absent(score, x + BAR / 2, y, tip);
    }
    const color = between(TOTALS, score.value);
    const width = Math.max(1, Math.min(1, score.value) * (BAR - 12));
    const inside = width > 42;
    return pointed(score, tip,
      svg("rect", { x, y: y - 14, width: BAR - 12, height: 28, fill: "#8895a3", "fill-opacity": 0.1 }),
      svg("rect", { x, y: y - 14, width, height: 28, fill: css(color) }),
      svg("text", { x: inside ? x + 7 : x + width + 5, y: y + 4, fill: inside ? ink(color) : null }, score.value.toFixed(2)));
  };

  /** Colors from 0 to 1, or from the lowest to the highest of a column. */
  const shares = (rows, key, scaled) => {
    const values = rows.map(([, row]) => value(row, key)).filter(Number.isFinite);
    const low = scaled && values.length > 1 ? Math.min(...values) : 0;
    const high = scaled && values.length > 1 ? Math.max(...values) : 1;
    return (v) => (high > low ? (v - low) / (high - low) : 0.5);
  };

  const draw = (table, { by, scaled, tip }) => {
    const rows = sorted(table, by);
    const parts = rows.flatMap(([name], i) => [
      i % 2 ? null : svg("rect", { x: 0, y: HEAD + i * ROW, width: "100%", height: ROW, fill: "#8895a3", "fill-opacity": 0.08 }),
      svg("text", { x: SIDE - 12, y: HEAD + (i + 0.5) * ROW + 4, "text-anchor": "end" }, svg("title", {}, name),
        cut(name, 24))].filter(Boolean));
    let x = SIDE;
    table.groups.forEach(({ aspect, names }) => {
      const step = aspect === TOTAL ? BAR : CIRCLE;
      const width = names.length * step;
      parts.push(svg("text", { x: x + width / 2, y: 16, "text-anchor": "middle", "font-weight": "bold" },
        aspect === TOTAL ? "Totals" : aspect), svg("path", { d: `M${x} 24H${x + width - 6}`, stroke: "#8895a3" }));
      names.forEach((name, c) => {
        const left = x + c * step;
        const key = `${aspect}/${name}`;
        const share = shares(rows, key, scaled);
        parts.push(svg("text", { transform: `translate(${left + step / 2 + 2} ${HEAD - 8}) rotate(-58)` },
          svg("title", {}, name), cut(name, 22)));
        rows.forEach(([, row], r) => {
          const y = HEAD + (r + 0.5) * ROW;
          const score = row.get(key);
          if (score) {
            parts.push(aspect === TOTAL ? bar(score, left, y, tip)
              : circle(score, left + step / 2, y, share(score.value), tip));
          }
        });
      });
      x += width + GAP;
    });
    return { width: x + 70, height: HEAD + rows.length * ROW + 12, parts };
  };

  const choice = (title, options, chosen, change) => {
    const list = el("select", { onchange: () => change(list.value) },
      ...options.map(([key, text]) => el("option", { value: key, selected: key === chosen }, text)));
    return el("label", {}, title, list);
  };

  ViewKit.start(({ scores }) => {
    let table = arranged(scores, false);
    const shown = { by: `${TOTAL}/${OVERALL}`, scaled: false, tip: ViewKit.tooltip() };
    const picture = el("div", { class: "picture", tabindex: "0", role: "region", "aria-label": "Scores of embeddings" });
    const show = () => {
      const { width, height, parts } = draw(table, shown);
      picture.replaceChildren(svg("svg", { class: "drawing", width, height, role: "img",
        "aria-label": "Scores: one row per embedding, one column per score" }, ...parts));
    };
    const saved = () => {
      const { width, height, parts } = draw(table, shown);
      return ViewKit.sheet(width, height, ...parts);
    };
    const options = arranged(scores, true).groups.flatMap(({ aspect, names }) => names.map((name) => [`${aspect}/${name}`,
      aspect === TOTAL ? `${name} (total)` : name]));
    const box = el("input", { type: "checkbox", onchange: () => {
      table = arranged(scores, box.checked);
      show();
    } });
    document.getElementById("main").replaceChildren(
      el("div", { class: "controls", role: "toolbar", "aria-label": "Picture" },
        choice("Best first by", options, shown.by, (key) => {
          shown.by = key;
          show();
        }),
        choice("Colors of circles", [["", "from 0 to 1"], ["scaled", "from the lowest to the highest of a column"]], "",
          (key) => {
            shown.scaled = key !== "";
            show();
          }),
        el("label", { class: "check" }, box, "scores that are not part of the totals, too"),
        el("span", { class: "group" }, ...ViewKit.exportButtons("scib-scores", saved))),
      picture,
      el("p", { class: "quiet" }, "Higher is better. Totals are means of the scores with a solid circle; the others are not "
        + "part of them. A dash is a missing score: point at it to see why."));
    show();
  });
})();
