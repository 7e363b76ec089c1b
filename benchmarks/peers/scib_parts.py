"""Parts of the scIB scores that need only numpy, scipy and scikit-learn, as scib 1.2 computes them.

usage: scib_parts.py PART CELLS DIMENSIONS LABELS BATCHES -> the time in seconds, once
PART: silhouette (ASW label), batch_silhouette (ASW batch), pcr (R2 of each dimension), kbet (chi-squared test of 50
neighbors, which are searched, too), lisi (90 neighbors in the embedding, perplexity 30; as harmonypy 0.0.9, one thread)
"""
import sys
import time

import numpy as np
from scipy.stats import chi2
from sklearn.metrics import silhouette_samples
from sklearn.neighbors import NearestNeighbors

part = sys.argv[1]
cells, dimensions, labels, batches = (int(a) for a in sys.argv[2:])
rng = np.random.default_rng(1)
label = np.arange(cells) % labels
batch = np.arange(cells) // labels % batches
x = rng.standard_normal((cells, dimensions)) + 2 * rng.standard_normal((labels, dimensions))[label] \
    + 0.5 * rng.standard_normal((batches, dimensions))[batch]


def batch_silhouette():
    return np.mean([(1 - np.abs(silhouette_samples(x[label == l], batch[label == l]))).mean() for l in range(labels)])


def pcr():
    design = np.eye(batches)[batch]
    fitted = design @ np.linalg.lstsq(design, x, rcond=None)[0]
    r2 = 1 - ((x - fitted) ** 2).sum(0) / ((x - x.mean(0)) ** 2).sum(0)
    return (np.clip(r2, 0, None) * x.var(0)).sum() / x.var(0).sum()


def kbet():
    found = NearestNeighbors(n_neighbors=50).fit(x).kneighbors(x, return_distance=False)
    counts = np.stack([(batch[found] == b).sum(1) for b in range(batches)], 1)
    expected = 50 * np.bincount(batch) / cells
    return (chi2.sf(((counts - expected) ** 2 / expected).sum(1), batches - 1) >= 0.05).mean()


def lisi():
    distances, found = NearestNeighbors(n_neighbors=90).fit(x).kneighbors(x)
    distances, found = distances[:, 1:], found[:, 1:]
    values = np.empty(cells)
    for i in range(cells):
        beta, low, high = 1.0, -np.inf, np.inf
        for _ in range(50):
            p = np.exp(-distances[i] * beta)
            total = p.sum()
            entropy = np.log(total) + beta * (distances[i] * p).sum() / total
            if abs(entropy - np.log(30)) < 1e-5:
                break
            if entropy > np.log(30):
                low, beta = beta, 2 * beta if high == np.inf else (beta + high) / 2
            else:
                high, beta = beta, beta / 2 if low == -np.inf else (beta + low) / 2
        values[i] = 1 / (np.bincount(batch[found[i]], p / total, batches) ** 2).sum()
    return np.median(values)


work = {"silhouette": lambda: silhouette_samples(x, label).mean(), "batch_silhouette": batch_silhouette, "pcr": pcr,
        "kbet": kbet, "lisi": lisi}[part]
start = time.perf_counter()
work()
print(time.perf_counter() - start)
