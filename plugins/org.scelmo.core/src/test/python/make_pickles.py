"""Writes the small pickles of the tests: make_pickles.py FOLDER. Run once with numpy 1 and once with numpy 2."""
import collections
import pathlib
import pickle
import sys

import numpy as np

FOLDER = pathlib.Path(sys.argv[1])
NUMPY = "np" + np.__version__.split(".")[0]
NAMES = ["TP53", "CD3E", "β-actin"]


def vector(i, n=5):
    # exact in float16, and different for every gene and position
    return np.array([(i + 1) * 0.25 - d * 1.5 for d in range(n)], dtype="f8")


VECTORS = {name: vector(i) for i, name in enumerate(NAMES)}


def dump(kind, data, protocols=(2, 4)):
    for protocol in protocols:
        path = FOLDER / f"{kind}_p{protocol}_{NUMPY}.pickle"
        path.write_bytes(pickle.dumps(data, protocol=protocol))


dump("f8", VECTORS, range(6))
dump("long", {k: vector(i, 300) for i, k in enumerate(NAMES)}, (2, 4, 5))
if NUMPY == "np2":  # one of both is enough: only the names of numpy's modules differ
    zeros = np.zeros(40)
    dump("shared", {"A": zeros, "B": np.ones(40), "C": zeros, "D": zeros}, (2, 4, 5))
    dump("f2", {k: v.astype("f2") for k, v in VECTORS.items()})
    dump("f4", {k: v.astype("f4") for k, v in VECTORS.items()})
    dump("i4", {k: (4 * v).astype("i4") for k, v in VECTORS.items()})
    dump("i8", {k: (4 * v).astype(">i8") for k, v in VECTORS.items()})
    dump("big_endian", {k: v.astype(">f8") for k, v in VECTORS.items()}, (2, 4, 5))
    dump("row", {k: v.reshape(1, -1) for k, v in VECTORS.items()}, (2, 4, 5))
    dump("column", {k: np.asfortranarray(v.reshape(-1, 1)) for k, v in VECTORS.items()}, (4, 5))
    dump("numpy_scalars", {k: list(v) for k, v in VECTORS.items()}, (4,))
    dump("ordered", collections.OrderedDict(VECTORS))
    dump("list", {k: v.tolist() for k, v in VECTORS.items()}, (0, 2, 4))
    dump("nested_list", {k: [v.tolist()] for k, v in VECTORS.items()}, (4,))
    dump("tuple", {k: tuple(v.tolist()) for k, v in VECTORS.items()}, (4,))
    dump("integers", {"A": [1, -2, 300, 70000, -70000, 2**40, -(2**40)]}, (0, 2, 4))
    dump("none", {"A": [1.0, 2.0], "B": None}, (4,))
    dump("object", {"TP53": np.array([1.0, None], dtype=object)}, (4,))
    dump("matrix", np.stack(list(VECTORS.values())), (4,))
    dump("masked", {"TP53": np.ma.masked_array([1.0, 2.0])}, (4,))
    dump("text", {"TP53": "a tumour suppressor " * 30}, (4,))
    dump("inner", {"TP53": {"vector": [1.0]}}, (4,))
