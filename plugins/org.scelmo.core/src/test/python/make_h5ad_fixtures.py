"""Makes the small .h5ad files that the tests beside H5adVariantsTest read. Needs h5py 3.7 or later, libzstd 1 and
libblosc 1; run from this folder."""
import ctypes
import os
import zlib

import h5py
import numpy as np

OUT = "../resources/org/scelmo/core/io/h5ad/"
TEXT = h5py.string_dtype()
# 3 cells x 4 genes; what every well-formed file holds, unless its name says otherwise
X = np.array([[0, 1, 0, 2], [0, 0, 0, 0], [3, 0, 4, 0]], dtype="f4")
DATA = np.array([1, 2, 3, 4], dtype="f4")
INDICES = np.array([1, 3, 0, 2], dtype="i4")
INDPTR = np.array([0, 2, 2, 4], dtype="i4")


def frame(file, name, index, **columns):
    group = file.create_group(name)
    group.attrs["encoding-type"] = "dataframe"
    group.attrs["encoding-version"] = "0.2.0"
    group.attrs["_index"] = "_index"
    group.attrs.create("column-order", np.array(list(columns), dtype=object), dtype=TEXT)
    group.create_dataset("_index", data=np.array(index, dtype=object), dtype=TEXT)
    for key, value in columns.items():
        value(group, key) if callable(value) else group.create_dataset(key, data=value)
    return group


def sparse(file, data=DATA, indices=INDICES, indptr=INDPTR, shape=(3, 4), encoding="csr_matrix"):
    group = file.create_group("X")
    group.attrs["encoding-type"] = encoding
    group.attrs["encoding-version"] = "0.1.0"
    group.attrs["shape"] = np.array(shape)
    group.create_dataset("data", data=data)
    group.create_dataset("indices", data=indices)
    group.create_dataset("indptr", data=indptr)
    return group


def make(name, x=None, obs=("c1", "c2", "c3"), var=("g1", "g2", "g3", "g4"), obs_columns=None, extra=None, **options):
    path = OUT + name + ".h5ad"
    with h5py.File(path, "w", **options) as file:
        file.attrs["encoding-type"] = "anndata"
        if obs is not None:
            frame(file, "obs", obs, **(obs_columns or {}))
        if var is not None:
            frame(file, "var", var)
        if x is not None:
            x(file)
        if extra is not None:
            extra(file)


def dense(array, **options):
    return lambda file: file.create_dataset("X", data=array, **options)


def categorical(codes, categories, ordered=False):
    def write(group, key):
        column = group.create_group(key)
        column.attrs["encoding-type"] = "categorical"
        column.attrs["ordered"] = ordered
        column.create_dataset("codes", data=np.array(codes, dtype="i1"))
        column.create_dataset("categories", data=np.array(categories, dtype=object), dtype=TEXT)
    return write


def masked(kind, values, mask, dtype=None):
    def write(group, key):
        column = group.create_group(key)
        column.attrs["encoding-type"] = kind
        column.create_dataset("values", data=np.array(values, dtype=object if dtype else None), dtype=dtype)
        column.create_dataset("mask", data=np.array(mask))
    return write


def skipped_filter(file):
    group = sparse(file)
    del group["data"]
    values = group.create_dataset("data", shape=(4,), chunks=(2,), dtype="<f4", compression="gzip", shuffle=False)
    values.id.write_direct_chunk((0,), zlib.compress(DATA[:2].tobytes()), filter_mask=0)
    values.id.write_direct_chunk((2,), DATA[2:].tobytes(), filter_mask=1)


def filtered(number, name):
    def write(file):
        group = sparse(file)
        del group["data"]
        options = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        options.set_chunk((4,))
        options.set_filter(number, h5py.h5z.FLAG_OPTIONAL, (1,))
        space = h5py.h5s.create_simple((4,))
        values = h5py.h5d.create(group.id, b"data", h5py.h5t.IEEE_F32LE, space, options)
        values.write_direct_chunk((0,), b"\0" * 16, filter_mask=0)
    return write


def zstd(block, level=19):
    library = ctypes.CDLL("libzstd.so.1")
    library.ZSTD_compress.restype = ctypes.c_size_t
    out = ctypes.create_string_buffer(2 * len(block) + 512)
    size = library.ZSTD_compress(out, ctypes.c_size_t(len(out)), block, ctypes.c_size_t(len(block)), level)
    return out.raw[:size]


def blosc(codec, shuffle):
    def compress(block):
        library = ctypes.CDLL("libblosc.so.1")
        library.blosc_init()
        library.blosc_set_compressor(codec.encode())
        # several blocks, the last one shorter
        library.blosc_set_blocksize(ctypes.c_size_t(4096))
        out = ctypes.create_string_buffer(2 * len(block) + 512)
        size = library.blosc_compress(9, shuffle, ctypes.c_size_t(4), ctypes.c_size_t(len(block)), block, out,
                                      ctypes.c_size_t(len(out)))
        return out.raw[:size]
    return compress


def packed(number, options, compress):
    """X, and 20,000 numbers in chunks of 6,000 of which the last is not full."""
    def dataset(group, name, values, chunk):
        create = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        create.set_chunk((chunk,))
        create.set_filter(number, h5py.h5z.FLAG_OPTIONAL, options)
        space = h5py.h5s.create_simple((len(values),))
        out = h5py.h5d.create(group.id, name, h5py.h5t.IEEE_F32LE, space, create)
        for first in range(0, len(values), chunk):
            block = values[first:first + chunk]
            block = np.concatenate([block, np.zeros(chunk - len(block), "f4")])
            out.write_direct_chunk((first,), compress(block.tobytes()), filter_mask=0)

    def write(file):
        group = sparse(file)
        del group["data"]
        dataset(group, b"data", DATA, 3)
        dataset(file, b"numbers", (np.arange(20000) * 37 % 1009 / 8).astype("f4"), 6000)
    return write


def external_storage(file):
    options = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    options.set_external(b"/etc/hostname", 0, 48)
    h5py.h5d.create(file.id, b"X", h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((3, 4)), options)


def virtual(file):
    layout = h5py.VirtualLayout(shape=(3, 4), dtype="f4")
    layout[...] = h5py.VirtualSource("/tmp/elsewhere.h5", "X", shape=(3, 4))
    file.create_virtual_dataset("X", layout)


def link(name, target):
    return lambda file: file.__setitem__(name, target)


def both(*steps):
    return lambda file: [step(file) for step in steps]


os.makedirs(OUT, exist_ok=True)
# what must be read
make("csr", sparse)
make("csr_unsorted", lambda f: sparse(f, data=[2, 1, 4, 3], indices=[3, 1, 2, 0]))
make("csr_duplicates", lambda f: sparse(f, data=[2, .25, .75, 1, 3, 3], indices=[3, 1, 1, 2, 0, 2],
                                        indptr=[0, 3, 3, 6]))
make("csr_big_endian", lambda f: sparse(f, DATA.astype(">f8"), INDICES.astype(">i8"), INDPTR.astype(">u4")))
make("csr_uint64", lambda f: sparse(f, DATA.astype("u8"), INDICES.astype("u8"), INDPTR.astype("u8")))
make("csc", lambda f: sparse(f, [3, 1, 4, 2], [2, 0, 2, 0], [0, 1, 2, 3, 4], encoding="csc_matrix"))
make("csc_duplicates", lambda f: sparse(f, [1, 1, 1, 1, 4, 2], [2, 2, 2, 0, 2, 0], [0, 3, 4, 5, 6],
                                        encoding="csc_matrix"))
for kind in ["f2", ">f4", "f8", "i1", "u1", ">i2", "u2", "u4", "i8", "u8"]:
    make("dense_" + kind.replace(">", "big_"), dense(X.astype(kind)))
make("dense_bool", dense(X != 0))
make("dense_half_extremes", dense(np.array([[65504, -6e-8, 0, np.inf], [0] * 4, [1 / 3, 0, 0, 0]], dtype="f2")))
make("dense_uint64_extremes", dense(np.array([[2**64 - 1, 2**63, 0, 1], [0] * 4, [0] * 4], dtype="u8")))
make("dense_chunks", dense(X, chunks=(2, 3), compression="gzip", shuffle=True))
make("dense_lzf_fletcher", dense(X, chunks=(2, 3), compression="lzf", fletcher32=True))
make("dense_compact", lambda f: h5py.h5d.create(
    f.id, b"X", h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((3, 4)),
    (lambda p: (p.set_layout(h5py.h5d.COMPACT), p)[1])(h5py.h5p.create(h5py.h5p.DATASET_CREATE))
).write(h5py.h5s.ALL, h5py.h5s.ALL, X))
make("unallocated", lambda f: f.create_dataset("X", shape=(3, 4), chunks=(2, 2), dtype="f4", fillvalue=2.5))
make("skipped_filter", skipped_filter)
make("zstd", packed(32015, (19,), zstd))
BLOSC = [("blosclz", 0, "bitshuffle"), ("lz4hc", 2, "bitshuffle"), ("snappy", 3, "shuffle"), ("zlib", 4, "bitshuffle"),
         ("zstd", 5, "plain"), ("zstd", 5, "shuffle"), ("zstd", 5, "bitshuffle")]
for codec, code, kind in BLOSC:
    shuffle = ["plain", "shuffle", "bitshuffle"].index(kind)
    make("blosc_" + codec + "_" + kind, packed(32001, (2, 2, 4, 24000, 9, shuffle, code), blosc(codec, shuffle)))
make("long_array", sparse, extra=lambda f: f.create_dataset(
    "long", shape=(2**33,), chunks=(1024,), dtype="f4", fillvalue=7).__setitem__(slice(2**33 - 2, None), [8, 9]))
make("latest_unicode", sparse, libver="latest",
     obs_columns={"größe " + str(i): np.arange(3) for i in range(12)})
make("latest_unicode_few", sparse, libver="latest", obs_columns={"größe": np.arange(3), "gräße": np.arange(3)})
make("latest_chunks", dense(np.arange(12, dtype="f4").reshape(3, 4), chunks=(1, 1), maxshape=(None, None)),
     libver="latest")
make("soft_link", sparse, extra=lambda f: f.create_group("layers").__setitem__("same", h5py.SoftLink("/X")))
make("no_cells", lambda f: f.create_dataset("X", shape=(0, 4), dtype="f4"), obs=())
make("slash_in_name", sparse, obs_columns={"a/b": np.arange(3)})
make("columns", sparse, obs_columns={
    "cat": categorical([0, -1, 1], ["x", "y"], True),
    "int": masked("nullable-integer", [1, 2, 3], [False, True, False]),
    "bool": masked("nullable-boolean", [True, False, True], [False, False, True]),
    "text": masked("nullable-string-array", ["a", "b", ""], [False, True, False], TEXT),
    "big": np.array([2**64 - 1, 0, 1], dtype="u8"),
    "wide": np.zeros((3, 2)),
    "odd": lambda g, k: g.create_group(k).attrs.__setitem__("encoding-type", "from-the-future"),
})
make("uns_cycle", sparse, extra=lambda f: both(link("uns/a", f.create_group("uns")), link("uns/b", f["uns"]))(f))
make("duplicate_names", sparse, obs=("a", "b", "a"), var=("g", "g", "g", "h"))
make("nan", lambda f: sparse(f, data=[1, 2, np.nan, 4]))
make("infinite", dense(np.where(X == 3, np.inf, X)))
# what must be refused
make("bad_indptr_falls", lambda f: sparse(f, indptr=[0, 3, 2, 4]))
make("bad_indptr_start", lambda f: sparse(f, indptr=[1, 2, 2, 4]))
make("bad_indptr_end", lambda f: sparse(f, indptr=[0, 2, 2, 5]))
make("bad_indptr_length", lambda f: sparse(f, indptr=[0, 2, 4]))
make("bad_index_large", lambda f: sparse(f, indices=[1, 4, 0, 2]))
make("bad_index_negative", lambda f: sparse(f, indices=[-1, 3, 0, 2]))
make("bad_csc_index", lambda f: sparse(f, [3, 1, 4, 2], [2, 0, 3, 0], [0, 1, 2, 3, 4], encoding="csc_matrix"))
make("bad_lengths", lambda f: sparse(f, data=[1, 2, 3]))
make("bad_shape", lambda f: sparse(f, shape=(3, 5)))
make("bad_obs_length", sparse, obs=("c1", "c2"))
make("bad_codes", sparse, obs_columns={"cat": categorical([0, 2, 1], ["x", "y"])})
make("bad_column_length", sparse, obs_columns={"short": np.arange(2)})
make("bad_encoding", lambda f: sparse(f, encoding="coo_matrix"))
make("bad_frame_encoding", sparse, extra=lambda f: f["obs"].attrs.__setitem__("encoding-type", "from-the-future"))
make("bad_no_obs", sparse, obs=None)
make("bad_no_var", sparse, var=None)
make("bad_no_indptr", both(sparse, lambda f: f.__delitem__("X/indptr")))
make("bad_no_index", both(sparse, lambda f: f.__delitem__("obs/_index")))
make("bad_listed_column", sparse, obs_columns={"gone": np.arange(3)}, extra=lambda f: f.__delitem__("obs/gone"))
make("bad_obsm_rows", sparse, extra=lambda f: f.create_dataset("obsm/X_pca", data=np.zeros((2, 2))))
make("bad_external_link", link("X", h5py.ExternalLink("/etc/passwd", "/X")))
make("bad_external_storage", external_storage)
make("bad_virtual", virtual)
make("bad_link_loop", both(link("X", h5py.SoftLink("/Y")), link("Y", h5py.SoftLink("/X"))))
make("bad_link_nowhere", link("X", h5py.SoftLink("/nowhere")))
make("bad_filter_zfp", filtered(32013, "zfp"))
make("bad_filter_blosc", filtered(32001, "blosc"))
make("bad_filter_unknown", filtered(40000, "none"))
make("bad_huge_claim", lambda f: f.create_dataset("X", shape=(3, 2**31), chunks=(1, 2**20), dtype="f8"))
make("bad_huge_obs", None, extra=both(lambda f: f.__delitem__("obs/_index"), lambda f: f["obs"].create_dataset(
    "_index", shape=(2**30,), chunks=(2**16,), dtype=TEXT)))
