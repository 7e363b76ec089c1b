"""Writes a large synthetic .h5ad as anndata does (CSR, gzip or none), a block of cells at a time.

usage: make_h5ad.py PATH CELLS GENES DENSITY COMPRESSION
"""
import sys

import h5py
import numpy as np

path, cells, genes, density, compression = sys.argv[1:]
cells, genes, density = int(cells), int(genes), float(density)
compression = None if compression == "none" else compression
per_cell = int(genes * density)
block = 1000
rng = np.random.default_rng(1)
text = h5py.string_dtype()


def frame(group, names):
    group.attrs.update({"encoding-type": "dataframe", "encoding-version": "0.2.0", "_index": "_index"})
    group.attrs.create("column-order", np.array([], dtype=text), dtype=text)
    index = group.create_dataset("_index", data=np.array(names, dtype=object), dtype=text)
    index.attrs.update({"encoding-type": "string-array", "encoding-version": "0.2.0"})


with h5py.File(path, "w") as f:
    f.attrs.update({"encoding-type": "anndata", "encoding-version": "0.1.0"})
    frame(f.create_group("obs"), [f"cell{i}" for i in range(cells)])
    frame(f.create_group("var"), [f"gene{i}" for i in range(genes)])
    x = f.create_group("X")
    x.attrs.update({"encoding-type": "csr_matrix", "encoding-version": "0.1.0", "shape": np.array([cells, genes])})
    x.create_dataset("indptr", data=np.arange(cells + 1, dtype=np.int64) * per_cell)
    options = {"shape": (cells * per_cell,), "chunks": (1 << 16,), "compression": compression}
    indices = x.create_dataset("indices", dtype=np.int32, **options)
    data = x.create_dataset("data", dtype=np.float32, **options)
    for first in range(0, cells, block):
        n = min(block, cells - first)
        # one gene out of each stretch: sorted and without duplicates, cheaply
        stretch = np.arange(per_cell) * (genes // per_cell)
        rows = stretch + rng.integers(0, genes // per_cell, (n, per_cell))
        # log-normalised counts take few different values, so they compress as real ones do
        counts = np.log1p(rng.poisson(0.6, (n, per_cell)) + 1)
        at = slice(first * per_cell, (first + n) * per_cell)
        indices[at] = rows.astype(np.int32).ravel()
        data[at] = counts.astype(np.float32).ravel()
