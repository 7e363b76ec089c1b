/** The legend: categories that can be hidden and pointed out, or a scale of numbers. */
const CellLegend = (() => {
  "use strict";
  const { el, svg, count, number, viridis, css, rgb, category, cut, MISSING } = ViewKit;
  const SHOWN = 300;
  const RAMP = `linear-gradient(to right, ${[0, 0.25, 0.5, 0.75, 1].map((s) => css(viridis(s))).join(", ")})`;

  /** Entries of categories with their codes, the missing ones last. */
  const entries = (colors) => {
    const all = colors.categories.map((name, code) =>
      ({ name: name === "" ? "(empty)" : name, code, cells: colors.counts[code], color: category(code) }));
    if (colors.missing) {
      all.push({ name: "missing", code: CellData.NO_CATEGORY, cells: colors.missing, color: MISSING });
    }
    return all;
  };

  const row = (entry, hidden, on) =>
    el("li", {}, el("button", { type: "button", "aria-pressed": String(!hidden.has(entry.code)),
      title: `${entry.name}: ${count(entry.cells)} cells. Click to hide or show, Shift-click to show only these.`,
      onclick: (event) => on.toggle(entry.code, event.shiftKey),
      onmouseenter: () => on.highlight(entry.code), onmouseleave: () => on.highlight(null),
      onfocus: () => on.highlight(entry.code), onblur: () => on.highlight(null) },
      el("span", { class: "dot", "aria-hidden": "true", style: `background:${entry.color}` }),
      el("span", { class: "name" }, entry.name), el("span", { class: "number quiet" }, count(entry.cells))));

  const categories = (colors, hidden, on) => {
    const list = el("ul", { "aria-label": `Values of ${colors.title}` });
    const all = entries(colors);
    const show = (text) => {
      const found = all.filter((entry) => entry.name.toLowerCase().includes(text.trim().toLowerCase()));
      list.replaceChildren(...found.slice(0, SHOWN).map((entry) => row(entry, hidden, on)),
        ...(found.length > SHOWN ? [el("li", { class: "quiet" }, `and ${count(found.length - SHOWN)} more: search`)] : []));
    };
    show("");
    const search = all.length > 15 ? el("input", { type: "search", placeholder: "Find a value",
      "aria-label": "Find a value", oninput: (event) => show(event.target.value) }) : null;
    return [el("h3", { title: colors.title }, colors.title), search, list].filter(Boolean);
  };

  const numbers = (colors) => [el("h3", { title: colors.title }, colors.title),
    el("div", { class: "ramp", style: `background:${RAMP}` }),
    el("div", { class: "head number quiet", style: "display:flex;justify-content:space-between" },
      el("span", {}, number(colors.low)), el("span", {}, number(colors.high))),
    colors.missing ? el("div", { class: "quiet" }, `missing: ${count(colors.missing)} cells`) : ""];

  return {
    /** on.toggle(code, alone) and on.highlight(code or null) are told of clicks and pointing. */
    show(legend, colors, hidden, on) {
      legend.replaceChildren(...(!colors ? [] : colors.categories ? categories(colors, hidden, on) : numbers(colors)));
    },

    /** The color of each cell: red, green, blue and alpha. */
    paint(colors, cells, { hidden, highlighted, selected }) {
      const painted = new Uint8Array(4 * cells);
      const missing = rgb(MISSING);
      const palette = colors && colors.categories ? colors.categories.map((_, code) => rgb(category(code))) : [];
      const ramp = Array.from({ length: 256 }, (_, i) => viridis(i / 255));
      const span = colors && colors.values ? colors.high - colors.low || 1 : 1;
      for (let i = 0; i < cells; i++) {
        let color = missing;
        let alpha = 255;
        if (colors && colors.codes) {
          const code = colors.codes[i];
          color = palette[code] || missing;
          alpha = hidden.has(code) ? 0 : highlighted !== null && highlighted !== code ? 18 : 255;
        } else if (colors && !Number.isNaN(colors.values[i])) {
          color = ramp[Math.round((255 * (colors.values[i] - colors.low)) / span)];
        }
        if (selected && !selected[i] && alpha) {
          alpha = Math.min(alpha, 22);
        }
        painted.set(color, 4 * i);
        painted[4 * i + 3] = alpha;
      }
      return painted;
    },

    /** The legend as a drawing, for export. */
    drawn(colors, x, height) {
      if (!colors) {
        return svg("g");
      }
      const text = (at, content, more = {}) => svg("text", { x, y: at, ...more }, content);
      const title = text(20, cut(colors.title), { "font-weight": "bold" });
      if (!colors.categories) {
        const steps = Array.from({ length: 32 }, (_, i) =>
          svg("rect", { x: x + 5 * i, y: 30, width: 5.5, height: 12, fill: css(viridis(i / 31)) }));
        return svg("g", {}, title, ...steps, text(58, number(colors.low)),
          svg("text", { x: x + 160, y: 58, "text-anchor": "end" }, number(colors.high)));
      }
      const fitting = entries(colors).slice(0, Math.floor((height - 40) / 18));
      return svg("g", {}, title, ...fitting.flatMap((entry, i) => [
        svg("circle", { cx: x + 6, cy: 38 + 18 * i, r: 5, fill: entry.color }),
        svg("text", { x: x + 18, y: 42 + 18 * i }, `${cut(entry.name, 20)} (${count(entry.cells)})`)]));
    },
  };
})();
