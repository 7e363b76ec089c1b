/** Finds points near the pointer and inside a lasso, and turns movements into pans and zooms. */
const PlotPointer = (() => {
  "use strict";
  const REACH = 8;

  /** Points in squares, so that the nearest one is found without looking at all. */
  const grid = (positions, bounds) => {
    const cells = positions.length / 2;
    const side = Math.max(1, Math.min(1024, Math.ceil(Math.sqrt(cells / 4))));
    const column = (x) => Math.min(side - 1, Math.max(0, Math.floor(((x - bounds.x[0]) / (bounds.x[1] - bounds.x[0])) * side)));
    const line = (y) => Math.min(side - 1, Math.max(0, Math.floor(((y - bounds.y[0]) / (bounds.y[1] - bounds.y[0])) * side)));
    const starts = new Uint32Array(side * side + 1);
    const square = (i) => line(positions[2 * i + 1]) * side + column(positions[2 * i]);
    const placed = (i) => !Number.isNaN(positions[2 * i] + positions[2 * i + 1]);
    for (let i = 0; i < cells; i++) {
      if (placed(i)) {
        starts[square(i) + 1]++;
      }
    }
    for (let s = 0; s < side * side; s++) {
      starts[s + 1] += starts[s];
    }
    const next = starts.slice();
    const order = new Uint32Array(starts[side * side]);
    for (let i = 0; i < cells; i++) {
      if (placed(i)) {
        order[next[square(i)]++] = i;
      }
    }
    return {
      /** The visible point nearest to x and y, not farther than rx and ry; −1 if none. */
      nearest(x, y, rx, ry, visible) {
        let best = -1;
        let least = 1;
        for (let l = line(y - ry); l <= line(y + ry); l++) {
          for (let c = column(x - rx); c <= column(x + rx); c++) {
            for (let at = starts[l * side + c]; at < starts[l * side + c + 1]; at++) {
              const i = order[at];
              const away = ((positions[2 * i] - x) / rx) ** 2 + ((positions[2 * i + 1] - y) / ry) ** 2;
              if (away < least && visible(i)) {
                least = away;
                best = i;
              }
            }
          }
        }
        return best;
      },
    };
  };

  /** Which points lie in a polygon of the canvas: drawn once, then looked up for each point. */
  const inside = (polygon, width, height, positions, { a, b, c, d }, visible) => {
    const canvas = ViewKit.el("canvas", { width, height });
    const context = canvas.getContext("2d");
    context.beginPath();
    polygon.forEach(([x, y]) => context.lineTo(x, y));
    context.fill();
    const mask = context.getImageData(0, 0, width, height).data;
    const selected = new Uint8Array(positions.length / 2);
    for (let i = 0; i < selected.length; i++) {
      const x = a * positions[2 * i] + b;
      const y = c * positions[2 * i + 1] + d;
      if (x >= 0 && y >= 0 && x < width && y < height && mask[4 * (Math.floor(y) * width + Math.floor(x)) + 3] > 127
        && visible(i)) {
        selected[i] = 1;
      }
    }
    return selected;
  };

  /** on: pan(dx, dy), zoom(factor, x, y), lasso(polygon, done), hover(x, y, event), leave(), isLasso() */
  const listen = (canvas, on) => {
    let last = null;
    let polygon = null;
    const at = (event) => {
      const box = canvas.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      last = at(event);
      polygon = on.isLasso() || event.shiftKey ? [last] : null;
    });
    canvas.addEventListener("pointermove", (event) => {
      const [x, y] = at(event);
      if (!last) {
        on.hover(x, y, event);
      } else if (polygon) {
        polygon.push([x, y]);
        on.lasso(polygon, false);
      } else {
        on.pan(x - last[0], y - last[1]);
        last = [x, y];
      }
    });
    canvas.addEventListener("pointerup", () => {
      if (polygon) {
        on.lasso(polygon, true);
      }
      last = polygon = null;
    });
    canvas.addEventListener("pointerleave", on.leave);
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      on.zoom(Math.exp(-event.deltaY * 0.0015), ...at(event));
    }, { passive: false });
    canvas.addEventListener("keydown", (event) => {
      const keys = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] };
      const center = [canvas.clientWidth / 2, canvas.clientHeight / 2];
      if (keys[event.key]) {
        on.pan(...keys[event.key]);
      } else if (event.key === "+" || event.key === "=") {
        on.zoom(1.25, ...center);
      } else if (event.key === "-") {
        on.zoom(0.8, ...center);
      } else if (event.key === "0") {
        on.reset();
      } else if (event.key === "Escape") {
        on.clear();
      } else {
        return;
      }
      event.preventDefault();
    });
  };

  return { REACH, grid, inside, listen };
})();
