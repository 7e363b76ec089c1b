/** The scores of a prediction: totals, the confusion matrix, and a table per class. */
(() => {
  "use strict";
  const { el, svg, tile, count, percent } = ViewKit;

  const mean = (values) => values.reduce((a, b) => a + b, 0) / (values.length || 1);

  const totals = ({ classes, confusion }) => {
    const cells = confusion.reduce((all, row) => row.reduce((a, b) => a + b, all), 0);
    const right = confusion.reduce((all, row, i) => all + row[i], 0);
    return el("div", { class: "tiles" }, tile("accuracy", percent(right, cells)),
      tile("macro F1", mean(classes.map((c) => c.f1)).toFixed(3)),
      tile("macro precision", mean(classes.map((c) => c.precision)).toFixed(3)),
      tile("macro recall", mean(classes.map((c) => c.recall)).toFixed(3)),
      tile("cells", count(cells)), tile("classes", count(classes.length)));
  };

  const COLUMNS = [["label", "Class"], ["f1", "F1"], ["precision", "Precision"], ["recall", "Recall"], ["cells", "Cells"],
    ["predicted", "Predicted"]];

  const score = (value) => {
    const bar = el("i", { "aria-hidden": "true" });
    bar.style.width = `${100 * value}%`;
    return el("td", { class: "score" }, bar, el("span", {}, value.toFixed(3)));
  };

  const row = (c) => el("tr", {}, el("th", { scope: "row", title: c.label }, c.label), score(c.f1), score(c.precision),
    score(c.recall), el("td", { class: "number" }, count(c.cells)), el("td", { class: "number" }, count(c.predicted)));

  /** A click on a heading sorts, another one turns the order. */
  const table = (classes) => {
    const body = el("tbody", {}, ...classes.map(row));
    let sorted = "label";
    let down = false;
    const heads = COLUMNS.map(([key, title]) => el("th", { scope: "col", class: ["cells", "predicted"].includes(key) ? "number" : "",
      "aria-sort": key === sorted ? "ascending" : "none" }, el("button", { type: "button", onclick: () => {
      down = key === sorted ? !down : key !== "label";
      sorted = key;
      heads.forEach((head, i) => head.setAttribute("aria-sort",
        COLUMNS[i][0] === key ? (down ? "descending" : "ascending") : "none"));
      const compare = (a, b) => (key === "label" ? a.label.localeCompare(b.label) : a[key] - b[key]);
      body.replaceChildren(...[...classes].sort((a, b) => (down ? -1 : 1) * compare(a, b)).map(row));
    } }, title)));
    return el("div", { class: "scores", tabindex: "0", role: "region", "aria-label": "Scores per class" },
      el("table", {}, el("thead", {}, el("tr", {}, ...heads)), body));
  };

  const choice = (title, options, change) => {
    const list = el("select", { onchange: () => change(list.value) },
      ...options.map(([value, text]) => el("option", { value }, text)));
    return el("label", {}, title, list);
  };

  const named = (label) => (label === "" ? "(empty)" : label);

  ViewKit.start((given) => {
    const data = { ...given, labels: given.labels.map(named),
      classes: given.classes.map((c) => ({ ...c, label: named(c.label) })) };
    const tip = ViewKit.tooltip();
    const shown = { shade: "rows", by: "name", width: 600, tip };
    const matrix = el("div", { class: "matrix" });
    const draw = () => {
      shown.width = Math.max(260, matrix.clientWidth || 600);
      const { width, height, parts } = ConfusionMatrix.draw(data, shown);
      matrix.replaceChildren(svg("svg", { class: "drawing", width, height, role: "img",
        "aria-label": "Confusion matrix: true labels down, predicted labels across" }, ...parts));
    };
    const saved = () => {
      const { width, height, parts } = ConfusionMatrix.draw(data, { ...shown, width: 900 });
      return ViewKit.sheet(width, height, ...parts);
    };
    const change = (key) => (value) => {
      shown[key] = value;
      draw();
    };
    document.getElementById("main").replaceChildren(totals(data),
      el("div", { class: "controls", role: "toolbar", "aria-label": "Confusion matrix" },
        choice("Colors and numbers", [["rows", "% of the true label (rows)"], ["columns", "% of the predicted label"],
          ["counts", "number of cells"]], change("shade")),
        choice("Order", [["name", "by name"], ["size", "largest first"], ["mistakes", "most mistakes first"]], change("by")),
        el("span", { class: "group" }, ...ViewKit.exportButtons("confusion-matrix", saved))),
      data.labels.length > ConfusionMatrix.DRAWN ? el("p", { class: "quiet" },
        `Drawn are the ${ConfusionMatrix.DRAWN} largest of ${count(data.labels.length)} classes.`) : "",
      el("div", { class: "sides" }, matrix, table(data.classes)));
    draw();
    let last = matrix.clientWidth;
    new ResizeObserver(() => {
      if (Math.abs(matrix.clientWidth - last) > 2) {
        last = matrix.clientWidth;
        draw();
      }
    }).observe(matrix);
  });
})();
