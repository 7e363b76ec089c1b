"""Wilcoxon marker genes of all groups against the rest, in the steps of scanpy 1.9.8 with pandas, numpy and scipy.

usage: wilcoxon.py CELLS GENES DENSITY GROUPS RUNS -> the median time in seconds
"""
import statistics
import sys
import time

import numpy as np
import pandas as pd
import scipy.sparse as sp
from scipy import stats

cells, genes, groups, runs = (int(sys.argv[i]) for i in (1, 2, 4, 5))
density = float(sys.argv[3])
rng = np.random.default_rng(1)
x = sp.random(cells, genes, density, "csr", np.float32, rng,
              data_rvs=lambda n: rng.random(n, np.float32) + np.float32(0.5))
group = rng.integers(0, groups, cells)


def moments(rows):
    mean = np.asarray(rows.mean(axis=0, dtype=np.float64)).ravel()
    square = np.asarray(rows.multiply(rows).mean(axis=0, dtype=np.float64)).ravel()
    return mean, (square - mean**2) * rows.shape[0] / (rows.shape[0] - 1)


def once():
    start = time.perf_counter()
    masks = [group == g for g in range(groups)]
    means = [(moments(x[m])[0], moments(x[~m])[0]) for m in masks]
    sums = np.zeros((groups, genes))
    chunk = 10_000_000 // cells
    for left in range(0, genes, chunk):
        ranks = pd.DataFrame(x[:, left:left + chunk].toarray()).rank()
        for g, m in enumerate(masks):
            sums[g, left:left + chunk] = np.sum(ranks.iloc[m, :])
    for g, m in enumerate(masks):
        n = m.sum()
        z = (sums[g] - n * (cells + 1) / 2) / np.sqrt(n * (cells - n) * (cells + 1) / 12)
        p = 2 * stats.norm.sf(np.abs(z))
        order = np.argsort(p)
        q = np.minimum.accumulate((p[order] * genes / np.arange(1, genes + 1))[::-1])[::-1]
        np.log2((np.expm1(means[g][0]) + 1e-9) / (np.expm1(means[g][1]) + 1e-9))
        np.argsort(z)[::-1], np.minimum(q, 1)
    return time.perf_counter() - start


print(statistics.median(once() for _ in range(runs)))
