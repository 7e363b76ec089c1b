/** Scores of deleted genes or gene sets: ranked bars with bootstrap intervals, and a volcano of score against −log10 of q or p. */
(() => {
  "use strict";
  const { el, svg, count, number, ticks, cut } = ViewKit;
  const BARS = 340;
  const ROW = 18;
  const HEAD = 40;
  const GAP = 80;
  const SIDE = 430;
  const SIGNIFICANT = 0.05;
  /** If no q is below, points would lie on the axis: p is shown first. */
  const TELLING = 0.5;
  const LABELS = 10;
  /** So many pixels a letter of a label is wide at most, on average. */
  const LETTER = 7;
  /** Okabe and Ito's colors: told apart by all eyes. */
  const CANDIDATE = "#0072b2";
  const SURE = "#d55e00";
  const OTHER = "#8895a3";
  /** Words and widths for what was deleted. */
  const GENES = { key: "genes", title: "Genes", one: "gene", many: "genes", like: "genes expressed alike", width: 110, most: 14, label: 12 };
  const SETS = { key: "sets", title: "Gene sets", one: "gene set", many: "gene sets",
    like: "random sets of genes expressed alike", width: 240, most: 27, label: 18 };

  const minusLog = (p) => (p === null ? null : -Math.log10(Math.max(p, 1e-300)));

  const told = (s, kind) => [s.name, s.genes === null ? "" : `${count(s.genes)} genes deleted`, `score ${number(s.score)}`
    + (s.low === null ? "" : `, 95 % interval ${number(s.low)} to ${number(s.high)}`),
    s.p === null ? "" : `p ${number(s.p)}, q ${number(s.q)} against ${kind.like}`,
    s.matched === null ? "" : `their mean score ${number(s.matched)}`].filter(Boolean);

  const pointed = (s, { tip, kind }, ...parts) => svg("g", {
    onmousemove: (event) => tip.show(event.clientX, event.clientY, ...told(s, kind)), onmouseleave: tip.hide },
  svg("title", {}, told(s, kind).join(", ")), ...parts);

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

  /** All digits of a tick, so that neighbors differ, but none of rounding. */
  const shortest = (v) => {
    const tick = Number(v.toPrecision(6));
    return tick !== 0 && Math.abs(tick) < 0.001 ? tick.toExponential() : String(tick);
  };

  const bars = (scores, shown) => {
    const { width, most } = shown.kind;
    const bottom = HEAD + scores.length * ROW;
    const x = axis(scores.flatMap((s) => [s.score, s.low, s.high].filter((v) => v !== null)), width, width + BARS);
    const parts = [svg("text", { x: width, y: 16, "font-weight": "bold" },
      scores.some((s) => s.low !== null) ? "Score with 95 % interval" : "Score")];
    x.ticks.forEach((t) => parts.push(svg("path", { d: `M${x.map(t)} ${HEAD - 4}V${bottom}`, stroke: "#8895a3",
      "stroke-opacity": t === 0 ? 1 : 0.25 }),
    svg("text", { x: x.map(t), y: bottom + 16, "text-anchor": "middle", "font-size": 10 }, shortest(t))));
    scores.forEach((s, i) => {
      const y = HEAD + (i + 0.5) * ROW;
      const ends = [x.map(0), x.map(s.score)];
      parts.push(pointed(s, shown,
        svg("rect", { x: 0, y: y - ROW / 2, width: width + BARS, height: ROW, fill: "#8895a3", "fill-opacity": 0 }),
        svg("text", { x: width - 8, y: y + 4, "text-anchor": "end" }, cut(s.name, most)),
        svg("rect", { x: Math.min(...ends), y: y - 6, width: Math.max(1, Math.abs(ends[1] - ends[0])), height: 12,
          fill: color(s, shown.threshold), "fill-opacity": 0.75 }),
        s.low === null ? null : svg("path", { fill: "none", stroke: "#55606c", "stroke-width": 1.4,
          d: `M${x.map(s.low)} ${y - 4}v8M${x.map(s.low)} ${y}H${x.map(s.high)}M${x.map(s.high)} ${y - 4}v8` })));
    });
    return { parts, bottom };
  };

  /** Names of the highest scores that do not lie on one another. */
  const labels = (scores, x, y, value, longest) => {
    const taken = [];
    const parts = [];
    scores.slice(0, 3 * LABELS).forEach((s) => {
      const name = cut(s.name, longest);
      const wide = LETTER * name.length;
      const top = y.map(value(s)) - 5;
      const left = Math.min(x.map(s.score) + 6, SIDE - wide - 4);
      const free = taken.every((t) => left > t.left + t.wide || t.left > left + wide || Math.abs(top - t.top) > 12);
      if (free && parts.length < LABELS) {
        taken.push({ left, wide, top });
        parts.push(svg("text", { x: left, y: top, "font-size": 10, "pointer-events": "none" }, name));
      }
    });
    return parts;
  };

  const volcano = (all, left, shown) => {
    const { threshold, adjusted, kind } = shown;
    const value = (s) => minusLog(adjusted ? s.q : s.p);
    const scores = all.filter((s) => value(s) !== null);
    const title = svg("text", { x: left, y: 16, "font-weight": "bold" },
      adjusted ? "−log10 q against score" : "−log10 p against score");
    if (!scores.length) {
      return [title, svg("text", { x: left, y: HEAD + 16 }, `No p values: the node compared with no ${kind.like}.`)];
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
    [...scores].reverse().forEach((s) => parts.push(pointed(s, shown, svg("circle", { cx: x.map(s.score), cy: y.map(value(s)),
      r: 3.4, fill: color(s, threshold), "fill-opacity": 0.7 }))));
    parts.push(...labels(scores, x, y, value, kind.label));
    return [title, svg("g", { transform: `translate(${left} 0)` }, ...parts)];
  };

  const legend = (left, top, kind) => [[SURE, "q below 0.05"], [CANDIDATE, "score above 0.0001: the paper's candidates"],
    [OTHER, `other ${kind.many}`]].flatMap(([fill, text], i) => [
    svg("rect", { x: left, y: top + 20 * i, width: 12, height: 12, fill, "fill-opacity": 0.75 }),
    svg("text", { x: left + 20, y: top + 20 * i + 10 }, text)]);

  const draw = (scores, shown) => {
    const ranked = shown.lowest ? [...scores].reverse() : scores;
    const left = bars(ranked.slice(0, shown.most), shown);
    const right = shown.kind.width + BARS + GAP;
    const below = HEAD + SIDE * 0.85 + 56;
    return { width: right + SIDE + 20, height: Math.max(left.bottom + 30, below + 64),
      parts: [...left.parts, ...volcano(scores, right, shown), ...legend(right, below, shown.kind)] };
  };

  const choice = (title, options, chosen, change) => {
    const list = el("select", { onchange: () => change(list.value) },
      ...options.map(([key, text]) => el("option", { value: key, selected: key === chosen }, text)));
    return el("label", {}, title, list);
  };

  const names = (lists) => [...new Set(lists.flat().map((type) => type.name))];

  /** Whether some q is small enough to tell more than p. */
  const telling = (types) => types.some(({ scores }) => scores.some((s) => s.q !== null && s.q < TELLING));

  const found = (scores, { many, one, like }) => {
    const n = scores.filter(sure).length;
    return scores.every((s) => s.p === null) ? ""
      : ` p compares with ${like}; ${count(n)} ${n === 1 ? `${one} has` : `${many} have`} q below ${SIGNIFICANT}.`;
  };

  const note = ({ deleted, scores }, kind) => `${count(deleted)} deleted ${deleted === 1 ? kind.one : kind.many}`
    + `${deleted > scores.length ? `; only the ${count(scores.length)} with the highest and lowest scores are drawn` : ""}. `
    + `Positive: the groups come closer without the ${kind.one}.${found(scores, kind)}`;

  ViewKit.start((data) => {
    const cells = names([data.genes, data.sets]);
    const shown = { kind: data.genes.some(({ scores }) => scores.length) ? GENES : SETS, cells: cells[0], most: 20,
      lowest: false, threshold: data.threshold, tip: ViewKit.tooltip() };
    shown.adjusted = telling(data[shown.kind.key]);
    const picture = el("div", { class: "picture", tabindex: "0", role: "region", "aria-label": "Scores of deletions" });
    const told = el("p", { class: "quiet" });
    const type = () => data[shown.kind.key].find(({ name }) => name === shown.cells) || { deleted: 0, scores: [] };
    const show = () => {
      const { width, height, parts } = draw(type().scores, shown);
      picture.replaceChildren(svg("svg", { class: "drawing", width, height, role: "img",
        "aria-label": "Ranked scores with intervals, and −log10 of q against score" }, ...parts));
      told.textContent = note(type(), shown.kind);
    };
    const change = (set) => (value) => {
      set(value);
      show();
    };
    const saved = () => {
      const { width, height, parts } = draw(type().scores, shown);
      return ViewKit.sheet(width, height, ...parts);
    };
    const volcanoes = choice("Volcano", [["q", "−log10 q"], ["p", "−log10 p"]], shown.adjusted ? "q" : "p",
      change((of) => {
        shown.adjusted = of === "q";
      }));
    document.getElementById("main").replaceChildren(
      el("div", { class: "controls", role: "toolbar", "aria-label": "Picture" },
        data.sets.some(({ scores }) => scores.length) ? choice("Show", [GENES, SETS].map(({ key, title }) => [key, title]),
          shown.kind.key, change((key) => {
            shown.kind = key === SETS.key ? SETS : GENES;
            shown.adjusted = telling(data[key]);
            volcanoes.querySelector("select").value = shown.adjusted ? "q" : "p";
          })) : null,
        cells.length > 1 ? choice("Cells", cells.map((name, i) => [String(i), name === null ? "all" : name]), "0",
          change((i) => {
            shown.cells = cells[Number(i)];
          })) : null,
        choice("Bars", [20, 50, 100].map((n) => [String(n), String(n)]), "20", change((n) => {
          shown.most = Number(n);
        })),
        choice("Order", [["highest", "highest score first"], ["lowest", "lowest score first"]], "highest", change((order) => {
          shown.lowest = order === "lowest";
        })),
        volcanoes,
        el("span", { class: "group" }, ...ViewKit.exportButtons("deletion-scores", saved))),
      picture, told);
    show();
  });
})();
