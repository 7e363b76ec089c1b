"""scikit-learn's brute-force cosine neighbors in float32 (BLAS). Threads: OMP_NUM_THREADS.

usage: exact_knn.py QUERIES REFERENCES DIMENSIONS K RUNS -> the median time in seconds
"""
import statistics
import sys
import time

import numpy as np
from sklearn.neighbors import NearestNeighbors

queries, references, dimensions, k, runs = (int(a) for a in sys.argv[1:])
rng = np.random.default_rng(1)
q = rng.standard_normal((queries, dimensions), dtype=np.float32)
r = rng.standard_normal((references, dimensions), dtype=np.float32)


def once():
    start = time.perf_counter()
    NearestNeighbors(n_neighbors=k, metric="cosine", algorithm="brute").fit(r).kneighbors(q)
    return time.perf_counter() - start


if runs > 1:
    once()
print(statistics.median(once() for _ in range(runs)))
