"""Reads X of an .h5ad file (CSR) in pieces of 4 M entries and prints the seconds; usage: read_h5ad.py PATH"""
import sys
import time

import h5py

start = time.perf_counter()
with h5py.File(sys.argv[1]) as file:
    entries = file["X/data"].shape[0]
    for first in range(0, entries, 4_000_000):
        file["X/data"][first:first + 4_000_000]
        file["X/indices"][first:first + 4_000_000]
print(time.perf_counter() - start)
