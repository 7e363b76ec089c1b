/** The frame around the points: axes with round numbers and the names of the dimensions. */
const PlotAxes = (() => {
  "use strict";
  const { svg, number, ticks, cut } = ViewKit;
  /** Room around the points in pixels, as the style sheet has it. */
  const EDGE = { left: 56, right: 12, top: 8, bottom: 44 };
  const LINE = "#8895a3";

  /** @return the parts of a drawing of this size that shows these limits */
  const drawn = (view, [titleX, titleY], width, height) => {
    const inner = [width - EDGE.left - EDGE.right, height - EDGE.top - EDGE.bottom];
    const px = (v) => EDGE.left + ((v - view.x[0]) / (view.x[1] - view.x[0])) * inner[0];
    const py = (v) => EDGE.top + ((view.y[1] - v) / (view.y[1] - view.y[0])) * inner[1];
    const bottom = height - EDGE.bottom;
    return [
      svg("path", { d: `M${EDGE.left} ${EDGE.top}V${bottom}H${width - EDGE.right}`, fill: "none", stroke: LINE }),
      ...ticks(...view.x).map((v) => svg("g", {},
        svg("path", { d: `M${px(v)} ${bottom}v5`, stroke: LINE }),
        svg("text", { x: px(v), y: bottom + 18, "text-anchor": "middle" }, number(v)))),
      ...ticks(...view.y).map((v) => svg("g", {},
        svg("path", { d: `M${EDGE.left} ${py(v)}h-5`, stroke: LINE }),
        svg("text", { x: EDGE.left - 9, y: py(v) + 4, "text-anchor": "end" }, number(v)))),
      svg("text", { x: EDGE.left + inner[0] / 2, y: height - 6, "text-anchor": "middle", "font-weight": "bold" },
        cut(titleX, 40)),
      svg("text", { x: 13, y: EDGE.top + inner[1] / 2, "text-anchor": "middle", "font-weight": "bold",
        transform: `rotate(-90 13 ${EDGE.top + inner[1] / 2})` }, cut(titleY, 40)),
    ];
  };

  return { EDGE, drawn };
})();
