/** Asks the node for numbers of cells, run by run. */
const CellData = (() => {
  "use strict";
  const RUN = 200000;
  const NO_CATEGORY = 0xffff;

  const bytes = (base64) => {
    const text = atob(base64);
    const decoded = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      decoded[i] = text.charCodeAt(i);
    }
    return decoded.buffer;
  };

  /** All runs one after the other; fetched(from, count) is the promise of one. */
  const gather = async (cells, Type, perCell, fetched, progress) => {
    const all = new Type(cells * perCell);
    for (let from = 0; from < cells; from += RUN) {
      progress(from / cells);
      all.set(new Type(bytes(await fetched(from, Math.min(RUN, cells - from)))), from * perCell);
    }
    return all;
  };

  const range = (values) => {
    let low = Infinity;
    let high = -Infinity;
    let missing = 0;
    for (const value of values) {
      if (Number.isNaN(value)) {
        missing++;
      } else {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return { low, high, missing };
  };

  const numbers = (title, values) => ({ title, values, ...range(values) });

  return {
    NO_CATEGORY,

    positions: (embedding, x, y, cells, progress) =>
      gather(cells, Float32Array, 2, (from, count) => KnimeView.call("positions", embedding, x, y, from, count), progress),

    /** Codes with categories and counts, or values with their range. */
    async annotation(name, cells, progress) {
      const { categories, counts, missing } = await KnimeView.call("legend", name);
      const fetched = (from, count) => KnimeView.call("colors", name, from, count);
      return categories
        ? { title: name, categories, counts, missing, codes: await gather(cells, Uint16Array, 1, fetched, progress) }
        : numbers(name, await gather(cells, Float32Array, 1, fetched, progress));
    },

    async gene(name, cells, progress) {
      const gene = await KnimeView.call("gene", name);
      const fetched = (from, count) => KnimeView.call("expression", gene, from, count);
      return numbers(name, await gather(cells, Float32Array, 1, fetched, progress));
    },

    /** Names of cells at ascending positions. */
    async names(cells, positions, progress) {
      const names = [];
      let run = [];
      let first = -1;
      for (const position of positions) {
        if (first < 0 || position >= first + run.length) {
          first = position;
          progress(position / cells);
          run = await KnimeView.call("names", first, positions.length > 1 ? 20000 : 1);
        }
        names.push(run[position - first]);
      }
      return names;
    },
  };
})();
