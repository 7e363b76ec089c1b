"""Truncated PCA of a sparse matrix by scipy's arpack, centred implicitly, as scanpy does it.

usage: sparse_pca.py FOLDER GENES COMPONENTS -> the median time in seconds
"""
import statistics
import sys
import time

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import LinearOperator, svds

folder, genes, components = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
indptr, indices, data = (np.load(f"{folder}/{name}.npy") for name in ("indptr", "indices", "data"))
x = sparse.csr_matrix((data, indices, indptr), shape=(len(indptr) - 1, genes))


def once():
    start = time.perf_counter()
    mean = np.asarray(x.mean(axis=0)).ravel()
    ones = np.ones(x.shape[0], dtype=x.dtype)
    transposed = x.T.tocsr()
    centred = LinearOperator(
        shape=x.shape, dtype=x.dtype,
        matvec=lambda v: x @ v.ravel() - mean @ v.ravel(),
        rmatvec=lambda v: transposed @ v.ravel() - mean * (ones @ v.ravel()))
    svds(centred, k=components, v0=np.random.default_rng(0).uniform(-1, 1, min(x.shape)))
    return time.perf_counter() - start


once()
print(statistics.median(once() for _ in range(3)))
