"""Reads X of an .h5ad file (CSR) with h5py and prints the seconds; usage: read_h5ad.py PATH WHAT

WHAT is 'arrays' (values and indices in pieces of 4 M entries) or 'rows' (names of cells and genes, then blocks of 4,096
rows as SciPy matrices, their structure checked: indices in range, ascending and unique).
"""
import sys
import time

import h5py
import scipy.sparse

path, what = sys.argv[1:]
start = time.perf_counter()
with h5py.File(path) as file:
    x = file["X"]
    values, indices = x["data"], x["indices"]
    if what == "arrays":
        for first in range(0, values.shape[0], 4_000_000):
            values[first:first + 4_000_000]
            indices[first:first + 4_000_000]
    else:
        names = [file[axis][file[axis].attrs["_index"]].asstr()[()] for axis in ("obs", "var")]
        rows, columns = x.attrs["shape"]
        offsets = x["indptr"][:]
        for first in range(0, rows, 4096):
            some = offsets[first:first + 4097]
            at = slice(some[0], some[-1])
            block = scipy.sparse.csr_matrix((values[at], indices[at], some - some[0]), (len(some) - 1, columns))
            block.check_format(full_check=True)
            assert block.has_canonical_format
print(time.perf_counter() - start)
