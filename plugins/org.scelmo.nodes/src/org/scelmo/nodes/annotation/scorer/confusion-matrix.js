/** The confusion matrix as a heat map. */
const ConfusionMatrix = (() => {
  "use strict";
  const { svg, count, percent, viridis, css, ink, cut } = ViewKit;
  const HEAD = 120;
  const SIDE = 170;
  const FOOT = 58;
  /** More classes than this are not drawn; the table has them all. */
  const DRAWN = 100;

  const sum = (values) => values.reduce((a, b) => a + b, 0);

  /** Sums of rows and columns, and the share of a cell in one of them or in the largest count. */
  const measured = ({ labels, confusion }) => {
    const rows = confusion.map(sum);
    const columns = labels.map((_, j) => sum(confusion.map((row) => row[j])));
    const most = confusion.reduce((top, row) => row.reduce((a, b) => Math.max(a, b), top), 1);
    const share = { rows: (i, j) => confusion[i][j] / (rows[i] || 1), columns: (i, j) => confusion[i][j] / (columns[j] || 1),
      counts: (i, j) => confusion[i][j] / most };
    return { rows, columns, most, share };
  };

  /** Orders of the labels: as they are, by size, or with those first that are mistaken most. */
  const order = ({ labels, confusion }, by) => {
    const { rows } = measured({ labels, confusion });
    const wrong = labels.map((_, i) => rows[i] - confusion[i][i]);
    const key = { name: () => 0, size: (i) => -rows[i], mistakes: (i) => -wrong[i] }[by];
    const largest = labels.map((_, i) => i).sort((a, b) => rows[b] - rows[a]).slice(0, DRAWN);
    return largest.sort((a, b) => key(a) - key(b) || a - b);
  };

  const scale = (x, y, shade, most) => {
    const steps = Array.from({ length: 40 }, (_, i) =>
      svg("rect", { x: x + 4 * i, y, width: 4.5, height: 10, fill: css(viridis(i / 39)) }));
    return svg("g", {}, ...steps, svg("text", { x, y: y + 24 }, shade === "counts" ? "0 cells" : "0 %"),
      svg("text", { x: x + 160, y: y + 24, "text-anchor": "end" }, shade === "counts" ? `${count(most)} cells` : "100 %"));
  };

  /** @return { width, height, parts } of the drawing; tip tells of the cell under the pointer */
  const draw = (data, { shade, by, width, tip }) => {
    const { labels, confusion } = data;
    const { rows, columns, most, share } = measured(data);
    const positions = order(data, by);
    const size = Math.max(5, Math.min(58, (width - SIDE - 75) / positions.length));
    const written = size >= 24 ? Math.min(12, size / 3.4) : 0;
    const named = size >= 9;
    const told = (i, j) => [`True ${labels[i]}, predicted ${labels[j]}: ${count(confusion[i][j])} cells`,
      `${percent(confusion[i][j], rows[i])} of those that are ${cut(labels[i])}`,
      `${percent(confusion[i][j], columns[j])} of those predicted to be ${cut(labels[j])}`];
    const cell = (i, j, row, column) => {
      const value = confusion[i][j];
      const color = viridis(share[shade](i, j));
      const x = SIDE + column * size;
      const y = HEAD + row * size;
      const text = shade === "counts" ? count(value) : `${Math.round(100 * share[shade](i, j))}`;
      return svg("g", { onmousemove: (event) => tip.show(event.clientX, event.clientY, ...told(i, j)),
        onmouseleave: tip.hide },
      svg("title", {}, told(i, j).join("; ")),
      svg("rect", { x, y, width: size - 1, height: size - 1, fill: value ? css(color) : "#dfe4ea",
        "fill-opacity": value ? 1 : 0.45 }),
      value && written ? svg("text", { x: x + size / 2, y: y + size / 2 + written / 3, "text-anchor": "middle",
        "font-size": written, fill: ink(color) }, text) : null);
    };
    const parts = positions.flatMap((i, row) => [
      named ? svg("text", { x: SIDE - 8, y: HEAD + (row + 0.5) * size + 4, "text-anchor": "end" },
        svg("title", {}, labels[i]), cut(labels[i], 22)) : null,
      named ? svg("text", { transform: `translate(${SIDE + (row + 0.5) * size + 4} ${HEAD - 8}) rotate(-55)` },
        svg("title", {}, labels[i]), cut(labels[i], 18)) : null,
      ...positions.map((j, column) => cell(i, j, row, column))]).filter(Boolean);
    const extent = positions.length * size;
    parts.push(svg("text", { x: SIDE + extent / 2, y: 14, "text-anchor": "middle", "font-weight": "bold" }, "Predicted"),
      svg("text", { transform: `translate(13 ${HEAD + extent / 2}) rotate(-90)`, "text-anchor": "middle",
        "font-weight": "bold" }, "True"), scale(SIDE, HEAD + extent + 12, shade, most));
    return { width: Math.max(SIDE + extent + 60, SIDE + 180), height: HEAD + extent + FOOT, parts };
  };

  return { DRAWN, draw };
})();
