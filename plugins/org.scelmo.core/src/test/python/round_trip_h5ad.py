"""Opens .h5ad files with anndata, tells as JSON what it finds, and writes them again.

Usage: round_trip_h5ad.py IN OUT [IN OUT ...]
Every dataset of IN is read with h5py as well. Needs anndata 0.8 or later.
"""
import json
import sys
import warnings
from collections.abc import Mapping

import anndata
import h5py
import numpy as np

warnings.simplefilter("ignore")


def plain(value):
    if isinstance(value, Mapping):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, np.ndarray):
        return [plain(v) for v in value.tolist()]
    if isinstance(value, (float, np.floating)) and not np.isfinite(value):
        return str(value)
    return value.item() if isinstance(value, np.generic) else value


def matrix(x):
    if x is None:
        return None
    return {"type": type(x).__name__, "dtype": str(x.dtype), "shape": list(x.shape), "sum": plain(float(x.sum())),
            "sorted": bool(getattr(x, "has_sorted_indices", True))}


def frame(df):
    return {c: str(df[c].dtype) for c in df.columns}


def touch(name, node):
    if isinstance(node, h5py.Dataset):
        node[()]


for source, target in zip(sys.argv[1::2], sys.argv[2::2]):
    with h5py.File(source, "r") as file:
        file.visititems(touch)
    adata = anndata.read_h5ad(source)
    print(json.dumps({
        "shape": list(adata.shape), "X": matrix(adata.X), "obs": frame(adata.obs), "var": frame(adata.var),
        "obsm": {k: matrix(v) for k, v in adata.obsm.items()},
        "varm": {k: matrix(v) for k, v in adata.varm.items()}, "obsp": {k: matrix(v) for k, v in adata.obsp.items()},
        "layers": {k: matrix(v) for k, v in adata.layers.items()}, "uns": plain(dict(adata.uns))}))
    adata.write_h5ad(target)
