/** Draws what a file holds. All texts of the file are set as text, never as markup. */
(() => {
  "use strict";
  const { el, tile, section, count } = ViewKit;
  const UNKNOWN = "not told";

  const number = (value) => (value === null ? UNKNOWN : count(value));

  const bytes = (value) => {
    if (value === null) {
      return UNKNOWN;
    }
    const units = ["bytes", "kB", "MB", "GB", "TB"];
    let size = value;
    let unit = 0;
    while (size >= 1000 && unit < units.length - 1) {
      size /= 1000;
      unit++;
    }
    return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
  };

  const seconds = (value) => {
    if (value === null) {
      return UNKNOWN;
    }
    return value < 1 ? "under 1 s" : value < 90 ? `about ${Math.round(value)} s` : `about ${Math.round(value / 60)} min`;
  };

  const fileHead = (file, x) =>
    el("header", {},
      el("h1", {}, file.name),
      el("div", { class: "quiet" }, file.form),
      el("div", { class: "tiles" },
        tile("cells", number(file.rows)),
        tile("genes", number(file.columns)),
        tile("on disk", bytes(file.bytes)),
        x ? tile("X in memory at once", bytes(x.memory)) : null,
        x ? tile("to import X", seconds(x.seconds)) : null));

  const findingList = (findings) =>
    findings.length ? el("ul", { class: "card findings" }, ...findings.map((finding) => el("li", {}, finding))) : null;

  const filled = ({ entries, rows, columns }) =>
    rows * columns > 0 ? `${((100 * entries) / (rows * columns)).toFixed(1)} %` : "–";

  const matrixTable = (matrices) => {
    const cell = (text) => el("td", {}, text);
    const right = (text) => el("td", { class: "number" }, text);
    const heads = [["Matrix", ""], ["Stored", ""], ["Type", ""], ["Shape", "number"], ["Values", "number"],
      ["Filled", "number"], ["On disk", "number"], ["In memory", "number"], ["Import", "number"]];
    return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Matrices" },
      el("table", {},
        el("thead", {}, el("tr", {}, ...heads.map(([text, kind]) => el("th", { scope: "col", class: kind }, text)))),
        el("tbody", {}, ...matrices.map((m) =>
          el("tr", {}, el("th", { scope: "row" }, m.name), cell(m.form), cell(m.type || ""),
            right(`${number(m.rows)} × ${number(m.columns)}`), right(number(m.entries)), right(filled(m)),
            right(bytes(m.bytes)), right(bytes(m.memory)), right(seconds(m.seconds)))))));
  };

  const chips = (texts) => el("ul", { class: "chips" }, ...texts.map((text) => el("li", {}, text)));

  const bars = ({ values, counts, categories, rows }) => {
    const most = Math.max(1, ...counts);
    const items = values.map((value, i) => {
      const fill = el("span", { class: "fill", "aria-hidden": "true" });
      fill.style.width = `${(100 * counts[i]) / most}%`;
      const share = rows ? ` (${((100 * counts[i]) / rows).toFixed(1)} %)` : "";
      return el("li", { title: `${value}: ${number(counts[i])}${share}` }, fill, el("span", { class: "value" }, value),
        el("span", { class: "number" }, number(counts[i])));
    });
    if (categories > values.length) {
      items.push(el("li", { class: "quiet" }, el("span", {}, `and ${number(categories - values.length)} more`)));
    }
    return el("ul", { class: "bars" }, ...items);
  };

  const annotationCard = (annotation) =>
    el("article", { class: "card", "data-name": annotation.name.toLowerCase() },
      el("h3", {}, annotation.name),
      el("div", { class: "quiet" }, annotation.categories === null ? annotation.form
        : `${annotation.form}, ${number(annotation.categories)} ${annotation.categories === 1 ? "value" : "values"}`),
      annotation.values.length ? bars(annotation) : null);

  /** Cards with bars first; a field finds annotations by their names. */
  const cellAnnotations = (annotations) => {
    const withBars = annotations.filter((a) => a.values.length);
    const others = annotations.filter((a) => !a.values.length);
    const cards = withBars.map(annotationCard);
    const plain = others.map((a) => el("li", { "data-name": a.name.toLowerCase() }, `${a.name} · ${a.form}`));
    const find = el("input", { type: "search", placeholder: "Find an annotation", "aria-label": "Find an annotation" });
    find.addEventListener("input", () => {
      [...cards, ...plain].forEach((element) => {
        element.hidden = !element.dataset.name.includes(find.value.trim().toLowerCase());
      });
    });
    const head = el("div", { class: "head" }, el("h2", {}, `Annotations of cells (${annotations.length})`),
      annotations.length > 8 ? find : null);
    const list = el("ul", { class: "chips" }, ...plain);
    list.style.marginBottom = "0.75rem";
    return el("section", {}, head, plain.length ? list : null, el("div", { class: "grid" }, ...cards));
  };

  const draw = ({ parts, findings }) => {
    const of = (name) => parts.filter((part) => part.section === name);
    const [file] = of("File");
    const matrices = of("Matrix");
    const embeddings = of("Embedding");
    const ofGenes = of("Vectors of genes");
    const graphs = of("Graph of cells");
    const cells = of("Annotation of cells");
    const genes = of("Annotation of genes");
    const drawn = [
      file ? fileHead(file, matrices.find((m) => m.name === "X")) : null,
      findingList(findings),
      matrices.length ? section("Matrices", matrixTable(matrices)) : null,
      embeddings.length ? section("Embeddings",
        chips(embeddings.map((e) => `${e.name} · ${number(e.columns)} dimensions`))) : null,
      graphs.length ? section("Graphs of cells", chips(graphs.map((g) => g.name))) : null,
      cells.length ? cellAnnotations(cells) : null,
      genes.length ? section(`Annotations of genes (${genes.length})`,
        chips(genes.map((g) => `${g.name} · ${g.form}`))) : null,
      ofGenes.length ? section("Vectors of genes",
        chips(ofGenes.map((v) => `${v.name} · ${number(v.columns)} dimensions`))) : null,
    ];
    document.getElementById("main").replaceChildren(...drawn.filter(Boolean));
  };

  ViewKit.start(draw);
})();
