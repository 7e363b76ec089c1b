"""Training epochs of the adaptor in PyTorch float32 with cross-entropy alone, on dense cells: the fastest published way.

usage: adaptor_epoch.py CELLS GENES DIMENSIONS CLASSES NONZERO -> for each line of the standard input the time of
one more epoch in seconds.
Threads: OMP_NUM_THREADS.
"""
import sys
import time

import torch
from torch import nn

cells, genes, dimensions, classes, nonzero = (int(a) for a in sys.argv[1:])
torch.manual_seed(1)
x = torch.zeros(cells, genes)
for row in x:
    row[torch.randint(genes, (nonzero,))] = torch.rand(nonzero) + 1
y = torch.randint(classes, (cells,))
vectors = torch.randn(genes, dimensions)
fc1, fc2, fc3 = nn.Linear(dimensions, 64), nn.Linear(64, 32), nn.Linear(32, classes)
adam = torch.optim.Adam([p for layer in (fc1, fc2, fc3) for p in layer.parameters()], lr=1e-3)


def epoch():
    start = time.perf_counter()
    for batch in torch.randperm(cells).split(512):
        adam.zero_grad()
        embedding = x[batch] @ fc2(torch.relu(fc1(vectors)))
        nn.functional.cross_entropy(fc3(embedding), y[batch]).backward()
        adam.step()
    return time.perf_counter() - start


epoch()
for _ in sys.stdin:
    print(epoch(), flush=True)
