"""Bootstraps of all single deletions in closed form with numpy and scipy.

usage: deletion.py CELLS GENES DENSITY DIMENSIONS BOOTSTRAPS -> the time in seconds
"""
import sys
import time

import numpy as np
from scipy import sparse

cells, genes, density, dimensions, bootstraps = (float(a) for a in sys.argv[1:])
cells, genes, dimensions, bootstraps = int(cells), int(genes), int(dimensions), int(bootstraps)
rng = np.random.default_rng(1)
per_cell = int(genes * density)
some = np.concatenate([np.sort(rng.choice(genes, per_cell, replace=False)) for _ in range(2000)]).astype(np.int32)
indices = np.tile(some, cells // 2000)
values = rng.random(len(indices), dtype=np.float32) + 0.5
x = sparse.csr_matrix((values, indices, np.arange(cells + 1, dtype=np.int64) * per_cell), shape=(cells, genes))
g = rng.standard_normal((genes, dimensions), dtype=np.float32)
groups = [x[0::2].T.tocsr(), x[1::2].T.tocsr()]
square = (g * g).sum(1)[:, None].astype(float)

start = time.perf_counter()
mean = []
for group in groups:
    n = group.shape[1]
    times = rng.multinomial(n, np.full(n, 1 / n), bootstraps).T.astype(np.float32)
    mean.append(np.asarray(group @ times, dtype=float) / n)
u, v = mean
a, b = g.T @ u, g.T @ v
ga, gb = g @ a, g @ b
aa, bb, ab = (a * a).sum(0), (b * b).sum(0), (a * b).sum(0)
cross = ab - v * ga - u * gb + u * v * square
scores = cross / np.sqrt((aa - 2 * u * ga + u * u * square) * (bb - 2 * v * gb + v * v * square))
scores -= ab / np.sqrt(aa * bb)
np.percentile(scores, [2.5, 97.5], axis=1)
print(time.perf_counter() - start)
