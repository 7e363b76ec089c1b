"""The triplet loss of a batch and its gradient with every triplet listed, in PyTorch float32: the published way.

usage: triplet_loss.py CELLS DIMENSIONS CLASSES RUNS -> the median time in seconds. Threads: OMP_NUM_THREADS.
"""
import statistics
import sys
import time

import torch

cells, dimensions, classes, runs = (int(a) for a in sys.argv[1:])
torch.manual_seed(1)
embeddings = torch.randn(cells, dimensions, requires_grad=True)
labels = torch.randint(classes, (cells,))


def once():
    start = time.perf_counter()
    unit = torch.nn.functional.normalize(embeddings, dim=1)
    distances = torch.cdist(unit, unit)
    same = labels[:, None] == labels[None, :]
    positive = same & ~torch.eye(cells, dtype=torch.bool)
    a, p, n = torch.where(positive[:, :, None] & ~same[:, None, :])
    values = torch.relu(distances[a, p] - distances[a, n] + 0.05)
    loss = values[values > 0].mean()
    loss.backward()
    return time.perf_counter() - start


once()
print(statistics.median(once() for _ in range(runs)))
