/** Draws points: with WebGL, or on a plain canvas where there is none. */
const PointLayer = (() => {
  "use strict";
  const VERTEX = `
    attribute vec2 position;
    attribute vec4 color;
    uniform vec2 scale;
    uniform vec2 offset;
    uniform float size;
    uniform float opacity;
    varying vec4 tint;
    varying float edge;
    void main() {
      edge = 1.0 / max(size, 2.0);
      gl_Position = color.a == 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(position * scale + offset, 0.0, 1.0);
      gl_PointSize = size;
      tint = vec4(color.rgb, color.a * opacity);
    }`;
  const FRAGMENT = `
    precision mediump float;
    varying vec4 tint;
    varying float edge;
    void main() {
      float away = length(gl_PointCoord - 0.5);
      gl_FragColor = vec4(tint.rgb, tint.a * (1.0 - smoothstep(0.5 - edge, 0.5, away)));
    }`;

  const shader = (gl, type, source) => {
    const made = gl.createShader(type);
    gl.shaderSource(made, source);
    gl.compileShader(made);
    if (!gl.getShaderParameter(made, gl.COMPILE_STATUS)) {
      throw new Error(gl.getShaderInfoLog(made));
    }
    return made;
  };

  const webgl = (canvas, gl) => {
    const program = gl.createProgram();
    gl.attachShader(program, shader(gl, gl.VERTEX_SHADER, VERTEX));
    gl.attachShader(program, shader(gl, gl.FRAGMENT_SHADER, FRAGMENT));
    gl.linkProgram(program);
    gl.useProgram(program);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    const attribute = (name, size, type, normalized) => {
      const buffer = gl.createBuffer();
      const at = gl.getAttribLocation(program, name);
      gl.enableVertexAttribArray(at);
      return {
        set(values) {
          gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
          gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
        },
        /** Every point, or every second, third and so on. */
        use(every) {
          gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
          gl.vertexAttribPointer(at, size, type, normalized, every * size * (type === gl.FLOAT ? 4 : 1), 0);
        },
      };
    };
    const positions = attribute("position", 2, gl.FLOAT, false);
    const colors = attribute("color", 4, gl.UNSIGNED_BYTE, true);
    const pixel = new Uint8Array(4);
    const uniform = (name) => gl.getUniformLocation(program, name);
    const at = { scale: uniform("scale"), offset: uniform("offset"), size: uniform("size"), opacity: uniform("opacity") };
    return {
      kind: "WebGL",
      setPositions: positions.set,
      setColors: colors.set,
      draw({ scale, offset, size, opacity }, points, every) {
        positions.use(every);
        colors.use(every);
        gl.viewport(0, 0, canvas.width, canvas.height);
        gl.clearColor(0, 0, 0, 0);
        gl.clear(gl.COLOR_BUFFER_BIT);
        gl.uniform2f(at.scale, scale[0], scale[1]);
        gl.uniform2f(at.offset, offset[0], offset[1]);
        gl.uniform1f(at.size, size);
        gl.uniform1f(at.opacity, opacity);
        gl.drawArrays(gl.POINTS, 0, Math.ceil(points / every));
        gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel); // waits for the end, so that it can be timed
      },
    };
  };

  const plain = (canvas) => {
    const context = canvas.getContext("2d");
    let positions = new Float32Array(0);
    let colors = new Uint8Array(0);
    return {
      kind: "canvas",
      setPositions: (values) => (positions = values),
      setColors: (values) => (colors = values),
      draw({ scale, offset, size, opacity }, points, every) {
        const { width, height } = canvas;
        context.clearRect(0, 0, width, height);
        let last = -1;
        for (let i = 0; i < points; i += every) {
          const x = ((positions[2 * i] * scale[0] + offset[0] + 1) * width) / 2;
          const y = ((1 - (positions[2 * i + 1] * scale[1] + offset[1])) * height) / 2;
          if (colors[4 * i + 3] === 0 || !(x > -size && x < width + size && y > -size && y < height + size)) {
            continue;
          }
          const color = (colors[4 * i] << 16) | (colors[4 * i + 1] << 8) | colors[4 * i + 2];
          if (color !== last) {
            context.fillStyle = `#${color.toString(16).padStart(6, "0")}`;
            last = color;
          }
          context.globalAlpha = (opacity * colors[4 * i + 3]) / 255;
          context.fillRect(x - size / 2, y - size / 2, size, size);
        }
      },
    };
  };

  /** A layer on the canvas: draw(view, points, every) draws every point or, with 2, every second. Positions are
   *  x and y, colors red, green, blue and alpha (0 hides) of each point. */
  const on = (canvas) => {
    const gl = canvas.getContext("webgl", { preserveDrawingBuffer: true, antialias: false });
    return gl ? webgl(canvas, gl) : plain(canvas);
  };

  return { on };
})();
