/** Scores of deleted genes: ranked bars with bootstrap intervals, and a volcano of score against −log10 of q or p. */
(() => {
  "use strict";
  const { el, svg, count, number, ticks, cut } = ViewKit;
  const NAMES = 110;
  const BARS = 340;
  const ROW = 18;
  const HEAD = 40;
  const GAP = 80;
  const SIDE = 430;
  const SIGNIFICANT = 0.05;
  /** If no q is below, points would lie on the axis: p is shown first. */
  const TELLING = 0.5;
  const LABELS = 10;
  /** Okabe and Ito's colors: told apart by all eyes. */
  const CANDIDATE = "#0072b2";
  const SURE = "#d55e00";
  const OTHER = "#8895a3";

  const minusLog = (p) => (p === null ? null : -Math.log10(Math.max(p, 1e-300)));

  const told = (s) => [s.gene, `score ${number(s.score)}`
    + (s.low === null ? "" : `, 95 % interval ${number(s.low)} to ${number(s.high)}`),
    s.p === null ? "" : `p ${number(s.p)}, q ${number(s.q)} against genes expressed alike`,
    s.matched === null ? "" : `their mean score ${number(s.matched)}`].filter(Boolean);

  const pointed = (s, tip, ...parts) => svg("g", { onmousemove: (event) => tip.show(event.clientX, event.clientY, ...told(s)),
    onmouseleave: tip.hide }, svg("title", {}, told(s).join(", ")), ...parts);

  const sure = (s) => s.q !== null && s.q < SIGNIFICANT;

  const color = (s, threshold) => (sure(s) ? SURE : s.score > threshold ? CANDIDATE : OTHER);

  /** Maps numbers to pixels; limits become a little wider. */
  const axis = (values, from, to) => {
    const low = Math.min(0, ...values);
    const high = Math.max(0, ...values);
    const pad = (high - low || 1) * 0.05;
    const map = (v) => from + ((v - low + pad) / (high - low + 2 * pad)) * (to - from);
    return { map, ticks: ticks(low - pad, high + pad, 5) };
  };

  const shortest = (v) => (v === 0 ? "0" : Math.abs(v) < 0.001 ? v.toExponential(0) : String(v));

  const bars = (scores, { threshold, tip }) => {
    const bottom = HEAD + scores.length * ROW;
    const x = axis(scores.flatMap((s) => [s.score, s.low, s.high].filter((v) => v !== null)), NAMES, NAMES + BARS);
    const parts = [svg("text", { x: NAMES, y: 16, "font-weight": "bold" }, "Score with 95 % interval")];
    x.ticks.forEach((t) => parts.push(svg("path", { d: `M${x.map(t)} ${HEAD - 4}V${bottom}`, stroke: "#8895a3",
      "stroke-opacity": t === 0 ? 1 : 0.25 }),
    svg("text", { x: x.map(t), y: bottom + 16, "text-anchor": "middle", "font-size": 10 }, shortest(t))));
    scores.forEach((s, i) => {
      const y = HEAD + (i + 0.5) * ROW;
      const ends = [x.map(0), x.map(s.score)];
      parts.push(pointed(s, tip,
        svg("rect", { x: 0, y: y - ROW / 2, width: NAMES + BARS, height: ROW, fill: "#8895a3", "fill-opacity": 0 }),
        svg("text", { x: NAMES - 8, y: y + 4, "text-anchor": "end" }, cut(s.gene, 14)),
        svg("rect", { x: Math.min(...ends), y: y - 6, width: Math.max(1, Math.abs(ends[1] - ends[0])), height: 12,
          fill: color(s, threshold), "fill-opacity": 0.75 }),
        s.low === null ? null : svg("path", { fill: "none", stroke: "#55606c", "stroke-width": 1.4,
          d: `M${x.map(s.low)} ${y - 4}v8M${x.map(s.low)} ${y}H${x.map(s.high)}M${x.map(s.high)} ${y - 4}v8` })));
    });
    return { parts, bottom };
  };

  /** Names of the highest scores that do not lie on one another. */
  const labels = (scores, x, y, value) => {
    const taken = [];
    const parts = [];
    scores.slice(0, 3 * LABELS).forEach((s) => {
      const at = [x.map(s.score) + 6, y.map(value(s)) - 5];
      const free = taken.every(([left, top]) => Math.abs(left - at[0]) > 58 || Math.abs(top - at[1]) > 12);
      if (free && parts.length < LABELS) {
        taken.push(at);
        parts.push(svg("text", { x: at[0], y: at[1], "font-size": 10, "text-anchor": at[0] > SIDE - 60 ? "end" : null,
          "pointer-events": "none" }, cut(s.gene, 12)));
      }
    });
    return parts;
  };

  const volcano = (all, left, { threshold, adjusted, tip }) => {
    const value = (s) => minusLog(adjusted ? s.q : s.p);
    const scores = all.filter((s) => value(s) !== null);
    const title = svg("text", { x: left, y: 16, "font-weight": "bold" },
      adjusted ? "−log10 q against score" : "−log10 p against score");
    if (!scores.length) {
      return [title, svg("text", { x: left, y: HEAD + 16 }, "No p values: the node compared no matched genes.")];
    }
    const x = axis(scores.map((s) => s.score), 0, SIDE);
    const limit = minusLog(SIGNIFICANT);
    const y = axis([...scores.map(value), limit], HEAD + SIDE * 0.85, HEAD);
    const bottom = HEAD + SIDE * 0.85;
    const parts = [svg("rect", { x: 0, y: HEAD, width: SIDE, height: bottom - HEAD, fill: "none", stroke: "#8895a3" })];
    x.ticks.forEach((t) => parts.push(svg("text", { x: x.map(t), y: bottom + 16, "text-anchor": "middle", "font-size": 10 },
      shortest(t))));
    y.ticks.filter((t) => t >= 0).forEach((t) => parts.push(svg("text", { x: -8, y: y.map(t) + 4, "text-anchor": "end",
      "font-size": 10 }, shortest(t))));
    parts.push(svg("text", { x: SIDE / 2, y: bottom + 34, "text-anchor": "middle" }, "score"),
      svg("path", { d: `M0 ${y.map(limit)}H${SIDE}M${x.map(threshold)} ${HEAD}V${bottom}`, stroke: "#8895a3",
        "stroke-dasharray": "4 3" }),
      svg("text", { x: 6, y: y.map(limit) - 5, "font-size": 10 }, adjusted ? "q = 0.05" : "p = 0.05"));
    [...scores].reverse().forEach((s) => parts.push(pointed(s, tip, svg("circle", { cx: x.map(s.score), cy: y.map(value(s)),
      r: 3.4, fill: color(s, threshold), "fill-opacity": 0.7 }))));
    parts.push(...labels(scores, x, y, value));
    return [title, svg("g", { transform: `translate(${left} 0)` }, ...parts)];
  };

  const legend = (left, top) => [[SURE, "q below 0.05"], [CANDIDATE, "score above 0.0001: the paper's candidates"],
    [OTHER, "other genes"]].flatMap(([fill, text], i) => [
    svg("rect", { x: left, y: top + 20 * i, width: 12, height: 12, fill, "fill-opacity": 0.75 }),
    svg("text", { x: left + 20, y: top + 20 * i + 10 }, text)]);

  const draw = (type, shown) => {
    const { scores } = type;
    const ranked = shown.lowest ? [...scores].reverse() : scores;
    const left = bars(ranked.slice(0, shown.most), shown);
    const right = NAMES + BARS + GAP;
    const below = HEAD + SIDE * 0.85 + 56;
    return { width: right + SIDE + 20, height: Math.max(left.bottom + 30, below + 64),
      parts: [...left.parts, ...volcano(scores, right, shown), ...legend(right, below)] };
  };

  const choice = (title, options, chosen, change) => {
    const list = el("select", { onchange: () => change(list.value) },
      ...options.map(([key, text]) => el("option", { value: key, selected: key === chosen }, text)));
    return el("label", {}, title, list);
  };

  ViewKit.start(({ types, threshold }) => {
    const adjusted = types.some(({ scores }) => scores.some((s) => s.q !== null && s.q < TELLING));
    const shown = { type: types[0], most: 20, lowest: false, adjusted, threshold, tip: ViewKit.tooltip() };
    const picture = el("div", { class: "picture", tabindex: "0", role: "region", "aria-label": "Scores of deleted genes" });
    const note = el("p", { class: "quiet" });
    const show = () => {
      const { width, height, parts } = draw(shown.type, shown);
      picture.replaceChildren(svg("svg", { class: "drawing", width, height, role: "img",
        "aria-label": "Ranked scores with intervals, and −log10 of q against score" }, ...parts));
      const { deleted, scores } = shown.type;
      note.textContent = `${count(deleted)} deleted genes${deleted > scores.length
        ? `; only the ${count(scores.length)} with the highest and lowest scores are drawn` : ""}. `
        + "Positive: the groups come closer without the gene. p compares with genes that are expressed alike; "
        + `${count(scores.filter(sure).length)} genes have q below ${SIGNIFICANT}.`;
    };
    const change = (set) => (value) => {
      set(value);
      show();
    };
    const saved = () => {
      const { width, height, parts } = draw(shown.type, shown);
      return ViewKit.sheet(width, height, ...parts);
    };
    document.getElementById("main").replaceChildren(
      el("div", { class: "controls", role: "toolbar", "aria-label": "Picture" },
        types.length > 1 ? choice("Cells", types.map((t, i) => [String(i), t.name === null ? "all" : t.name]), "0",
          change((i) => {
            shown.type = types[Number(i)];
          })) : null,
        choice("Bars", [["20", "20 genes"], ["50", "50 genes"], ["100", "100 genes"]], "20", change((n) => {
          shown.most = Number(n);
        })),
        choice("Order", [["highest", "highest score first"], ["lowest", "lowest score first"]], "highest", change((order) => {
          shown.lowest = order === "lowest";
        })),
        choice("Volcano", [["q", "−log10 q"], ["p", "−log10 p"]], adjusted ? "q" : "p", change((of) => {
          shown.adjusted = of === "q";
        })),
        el("span", { class: "group" }, ...ViewKit.exportButtons("deletion-scores", saved))),
      picture, note);
    show();
  });
})();
