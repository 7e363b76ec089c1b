"""scipy's CSR x dense product in float32: what `X @ E` does in Python. One thread.

usage: csr_product.py CELLS GENES DENSITY DIMENSIONS RUNS -> the median time in seconds
"""
import statistics
import sys
import time

import numpy as np
from scipy import sparse

cells, genes, density, dimensions, runs = (float(a) for a in sys.argv[1:])
cells, genes, dimensions, runs = int(cells), int(genes), int(dimensions), int(runs)
rng = np.random.default_rng(1)
per_cell = int(genes * density)
indices = np.concatenate([np.sort(rng.choice(genes, per_cell, replace=False)) for _ in range(cells)])
values = rng.random(len(indices), dtype=np.float32)
x = sparse.csr_matrix((values, indices.astype(np.int32), np.arange(cells + 1) * per_cell), shape=(cells, genes))
e = rng.standard_normal((genes, dimensions), dtype=np.float32)


def once():
    start = time.perf_counter()
    (x @ e) / np.float32(genes)
    return time.perf_counter() - start


once()
print(statistics.median(once() for _ in range(runs)))
