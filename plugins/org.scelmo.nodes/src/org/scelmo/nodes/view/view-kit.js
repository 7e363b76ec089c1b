/** What pages that draw share: elements, colors that all eyes tell apart, axes, and export as SVG and PNG. */
const ViewKit = (() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

  /** Okabe and Ito's colors, then darker and lighter ones of the same hues; after these, colors repeat. */
  const CATEGORIES = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#5b3a8c", "#00441f",
    "#7f3b00", "#8fd0b5", "#8c2d5f", "#003f63", "#f5c26b", "#6b6b00", "#b9b3e8", "#3d3d3d", "#ff9c80", "#1f9bb3", "#a3a3a3"];
  const MISSING = "#c9ced4";
  const VIRIDIS = [[68, 1, 84], [71, 44, 122], [59, 81, 139], [44, 113, 142], [33, 144, 141], [39, 173, 129],
    [92, 200, 99], [170, 220, 50], [253, 231, 37]];

  const fill = (element, attributes, children) => {
    Object.entries(attributes).forEach(([name, value]) => {
      if (name.startsWith("on")) {
        element.addEventListener(name.slice(2), value);
      } else if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    });
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };

  /** An element with attributes, listeners ("onclick") and children; a string is a text, never markup. */
  const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

  /** The same for drawings. */
  const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  /** A number that stands out, and what it is. */
  const tile = (label, value) =>
    el("div", { class: "card tile" }, el("strong", {}, value), el("span", { class: "quiet" }, label));

  const section = (title, ...content) => el("section", {}, el("h2", {}, title), ...content);

  const integers = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
  const count = (value) => integers.format(value);

  const number = (value) => {
    if (value === null || value === undefined || Number.isNaN(value)) {
      return "missing";
    }
    const size = Math.abs(value);
    return size !== 0 && (size < 0.001 || size >= 1e6) ? value.toExponential(2)
      : String(Number(value.toFixed(size >= 100 ? 1 : 3)));
  };

  const percent = (part, whole) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : "–");

  /** @return red, green and blue of a share between 0 and 1 */
  const viridis = (share) => {
    const at = Math.min(1, Math.max(0, share)) * (VIRIDIS.length - 1);
    const low = Math.min(VIRIDIS.length - 2, Math.floor(at));
    return VIRIDIS[low].map((from, i) => Math.round(from + (at - low) * (VIRIDIS[low + 1][i] - from)));
  };

  const css = (rgb) => `rgb(${rgb.join(",")})`;

  const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

  /** Black or white, whichever is read better on a color. */
  const ink = ([r, g, b]) => (0.299 * r + 0.587 * g + 0.114 * b > 140 ? "#1c2733" : "#ffffff");

  const category = (index) => CATEGORIES[index % CATEGORIES.length];

  /** @return round numbers between two limits */
  const ticks = (low, high, wanted = 5) => {
    const raw = (high - low) / wanted;
    if (!(raw > 0) || !Number.isFinite(raw)) {
      return [];
    }
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].find((s) => s * power >= raw) * power;
    const found = [];
    for (let i = Math.ceil(low / step); i * step <= high; i++) {
      found.push(Number((i * step).toPrecision(12)));
    }
    return found;
  };

  /** Long names are cut for drawing; the title of the element tells all. */
  const cut = (text, length = 28) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

  const download = (blob, name) => {
    const link = el("a", { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const serialized = (drawing) => new XMLSerializer().serializeToString(drawing);

  const rastered = (drawing) =>
    new Promise((resolve, reject) => {
      const image = new Image();
      const width = Number(drawing.getAttribute("width"));
      const height = Number(drawing.getAttribute("height"));
      image.onload = () => {
        const canvas = el("canvas", { width: 2 * width, height: 2 * height });
        canvas.getContext("2d").drawImage(image, 0, 0, 2 * width, 2 * height);
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large."))), "image/png");
      };
      image.onerror = () => reject(new Error("The picture cannot be drawn."));
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(serialized(drawing))}`;
    });

  /** Buttons that save a drawing: draw returns an svg element with width and height. */
  const exportButtons = (name, draw) => {
    const save = (type) => async () => {
      try {
        const drawing = draw();
        const blob = type === "svg" ? new Blob([serialized(drawing)], { type: "image/svg+xml" }) : await rastered(drawing);
        download(blob, `${name}.${type}`);
      } catch (error) {
        fail(error);
      }
    };
    return ["svg", "png"].map((type) =>
      el("button", { type: "button", onclick: save(type), title: `Save the picture as ${type.toUpperCase()}` },
        type.toUpperCase()));
  };

  /** Drawings that are saved stand on white and bring their letters. */
  const sheet = (width, height, ...children) =>
    svg("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, "font-size": 12, fill: "#1c2733",
      "font-family": "Roboto, Segoe UI, Helvetica, Arial, sans-serif" },
      svg("rect", { width, height, fill: "#ffffff" }), ...children);

  /** Shows what went wrong at the top of the page. */
  const fail = (error) => {
    document.querySelectorAll(".card.error").forEach((old) => old.remove());
    document.getElementById("main").prepend(el("p", { class: "card error", role: "alert" }, error.message));
  };

  /** A note that follows the pointer. */
  const tooltip = () => {
    const note = el("div", { class: "tooltip", role: "status" });
    note.hidden = true;
    document.body.append(note);
    return {
      show(x, y, ...lines) {
        note.replaceChildren(...lines.map((line) => el("div", {}, line)));
        note.hidden = false;
        const box = note.getBoundingClientRect();
        note.style.left = `${Math.max(4, Math.min(x + 14, innerWidth - box.width - 8))}px`;
        note.style.top = `${Math.max(4, y + 14 + box.height > innerHeight ? y - box.height - 10 : y + 14)}px`;
      },
      hide() {
        note.hidden = true;
      },
    };
  };

  const refuse = (error) => {
    document.getElementById("main").replaceChildren();
    fail(new Error(`The view cannot be shown: ${error.message}`));
  };

  /**
   * Starts a page: draw gets the data the node gave. If the view has settings, adapt makes of the data and the settings in
   * the dialog what is drawn anew when they change.
   */
  const start = (draw, adapt) =>
    KnimeView.initialData().then(async (data) => {
      if (data.message) {
        document.getElementById("main").replaceChildren(el("p", { class: "card quiet" }, data.message));
        return;
      }
      await draw(data);
      if (adapt) {
        let shown = JSON.stringify(data);
        await KnimeView.onSettings((settings) => {
          const adapted = adapt(data, settings);
          if (JSON.stringify(adapted) !== shown) {
            shown = JSON.stringify(adapted);
            Promise.resolve(draw(adapted)).catch(refuse);
          }
        });
      }
    }).catch(refuse);

  /** A choice in the dialog if it is one of these names, else what is shown without one. */
  const chosen = (names, choice, otherwise) => (names.includes(choice) ? choice : otherwise);

  return { CATEGORIES, MISSING, el, svg, tile, section, count, number, percent, viridis, css, rgb, ink, category, ticks,
    cut, download, exportButtons, sheet, fail, tooltip, start, chosen };
})();
