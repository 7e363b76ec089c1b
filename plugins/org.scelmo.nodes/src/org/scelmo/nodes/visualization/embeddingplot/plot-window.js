/** The part of the plane that is in view, and where it lies on the canvas. */
const PlotWindow = (() => {
  "use strict";
  const EDGE_SHARE = 0.04;

  const widened = ([low, high]) => {
    const edge = Number.isFinite(low) ? (high - low || 1) * EDGE_SHARE : 1;
    return Number.isFinite(low) ? [low - edge, high + edge] : [-1, 1];
  };

  /** The least rectangle that holds all points that have a position, and some room. */
  const boundsOf = (positions) => {
    const found = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
    for (let i = 0; i < positions.length; i += 2) {
      const px = positions[i];
      const py = positions[i + 1];
      if (Number.isFinite(px) && Number.isFinite(py)) {
        found.x[0] = Math.min(found.x[0], px);
        found.x[1] = Math.max(found.x[1], px);
        found.y[0] = Math.min(found.y[0], py);
        found.y[1] = Math.max(found.y[1], py);
      }
    }
    return { x: widened(found.x), y: widened(found.y) };
  };

  const length = ([low, high]) => high - low;

  const on = (canvas) => {
    let bounds = null;
    let view = null;
    const size = () => [canvas.clientWidth || 1, canvas.clientHeight || 1];
    const toData = (px, py) => {
      const [width, height] = size();
      return [view.x[0] + (px / width) * length(view.x), view.y[1] - (py / height) * length(view.y)];
    };
    return {
      /** Shows all points from now on. */
      fit(positions) {
        bounds = boundsOf(positions);
        this.reset();
      },
      reset() {
        view = bounds && { x: [...bounds.x], y: [...bounds.y] };
      },
      /** Limits of x and y in view; null before there are points. */
      get view() {
        return view;
      },
      get bounds() {
        return bounds;
      },
      size,
      toData,
      /** x in pixels is a * x + b, y is c * y + d. */
      toPixels() {
        const [width, height] = size();
        const a = width / length(view.x);
        const c = -height / length(view.y);
        return { a, b: -view.x[0] * a, c, d: -view.y[1] * c };
      },
      /** What points are multiplied with, and what is then added, to lie between −1 and 1. */
      toClip() {
        const scale = [2 / length(view.x), 2 / length(view.y)];
        return { scale, offset: [-view.x[0] * scale[0] - 1, -view.y[0] * scale[1] - 1] };
      },
      /** How far so many pixels are along x and along y. */
      reach(pixels) {
        const [width, height] = size();
        return [(pixels / width) * length(view.x), (pixels / height) * length(view.y)];
      },
      pan(dx, dy) {
        const [right, up] = [this.reach(-dx)[0], this.reach(dy)[1]];
        view.x = view.x.map((v) => v + right);
        view.y = view.y.map((v) => v + up);
      },
      zoom(factor, px, py) {
        const [x, y] = toData(px, py);
        view.x = view.x.map((v) => x + (v - x) / factor);
        view.y = view.y.map((v) => y + (v - y) / factor);
      },
    };
  };

  return { on };
})();
