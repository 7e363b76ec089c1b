"""What scanpy 1.9 and scELMo's code do to counts, in numpy and scipy (scanpy itself is not needed): read, normalize_total,
log1p, highly_variable_genes (seurat), weighted averages of gene vectors, write. The vectors are multiplied densely by
BLAS in float32, which is faster than the authors' float64. Threads: OMP_NUM_THREADS.

usage: million_cells.py COUNTS RESULT DIMENSIONS VARIABLE -> the seconds; the steps and the peak memory on standard error
"""
import resource
import sys
import time

import anndata
import numpy as np
import pandas as pd
from sklearn.utils.sparsefuncs import inplace_row_scale

counts, result, dimensions, variable = sys.argv[1:]
dimensions, variable = int(dimensions), int(variable)
begin = last = time.perf_counter()


def step(name):
    global last
    now = time.perf_counter()
    print(f"  peer: {name} {now - last:.1f} s", file=sys.stderr)
    last = now


data = anndata.read_h5ad(counts)
step("read")
x = data.X
totals = np.ravel(x.sum(axis=1))
inplace_row_scale(x, 1e4 / np.where(totals == 0, 1e4, totals))
np.log1p(x.data, out=x.data)
step("normalize_total, log1p")
plain = x.expm1()
mean = np.ravel(plain.mean(axis=0, dtype=np.float64))
variance = (np.ravel(plain.multiply(plain).mean(axis=0, dtype=np.float64)) - mean**2) * len(data) / (len(data) - 1)
mean[mean == 0] = 1e-12
dispersion = variance / mean
dispersion[dispersion == 0] = np.nan
genes = pd.DataFrame({"mean": np.log1p(mean), "dispersion": np.log(dispersion)})
groups = genes.groupby(pd.cut(genes["mean"], bins=20), observed=False)["dispersion"]
mean_of_bin, sd_of_bin = groups.transform("mean"), groups.transform("std")
single = sd_of_bin.isna()
normalized = ((genes["dispersion"] - mean_of_bin.mask(single, 0)) / sd_of_bin.mask(single, mean_of_bin)).to_numpy()
threshold = np.sort(normalized[~np.isnan(normalized)])[::-1][variable - 1]
chosen = np.nan_to_num(normalized) >= threshold
del plain
step("highly_variable_genes")
vectors = np.random.default_rng(1).random((chosen.sum(), dimensions), dtype=np.float32) - np.float32(0.5)
dense = x[:, chosen].toarray()
sums = dense.sum(axis=1, keepdims=True)
embedding = (dense / np.where(sums == 0, 1, sums)) @ vectors
step("embed")
data.var["highly_variable"] = chosen
anndata.AnnData(obs=data.obs, var=data.var, obsm={"X_scelmo": embedding}).write_h5ad(result)
step("write")
print(f"  peer: peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB, {chosen.sum()} genes", file=sys.stderr)
print(time.perf_counter() - begin)
