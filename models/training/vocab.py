"""Feature counts and the choice of the training vocabulary."""
import numpy as np
from collections import defaultdict
from textnorm import features, shard_of, SHARDS


def word_weights(C):
    """How often each word id counts: every task's texts once, with a weight."""
    w = np.zeros(len(C.words))
    def add(texts, weight):
        texts = np.asarray(texts)
        texts = np.unique(texts[texts >= 0])
        for t0 in range(0, len(texts), 100000):
            t = texts[t0:t0 + 100000]
            idx = np.concatenate([C.tok[C.ptr[i]:C.ptr[i + 1]] for i in t])
            w[:] += weight * np.bincount(idx[idx < len(w)], minlength=len(w))
    add(C.parallel.ravel(), 1.0)
    add(C.noen.ravel(), 0.2)
    add(C.lex_text, 1.0)
    add(C.intent_text, 1.0)
    add(np.concatenate([C.pair_a, C.pair_b]), 1.0)
    add(np.concatenate([C.qa_a, C.qa_b, C.td_a]), 0.5)
    add(C.td_b, 0.1)
    add(C.prose, 0.2)
    add(C.own_text, 3.0)
    add(C.gram_text, 0.5)
    return w


def choose(C, quota, min_count=2.0):
    """quota: features per shard name -> (names list, word CSR over rows).

    Returns feats (list of strings), fptr/fidx CSR: word -> feature rows (the word itself first when present).
    """
    w = word_weights(C)
    cnt = defaultdict(float)
    cache = []
    for (k, x), c in zip(C.words, w):
        f = features(k, x)
        cache.append(f)
        if c > 0:
            for y in f:
                cnt[y] += c
    by = [[] for _ in SHARDS]
    for f, c in cnt.items():
        if c >= min_count or len(f) == 1:
            by[shard_of(f)].append((-c, f))
    feats = []
    for s, name in enumerate(SHARDS):
        by[s].sort()
        feats += [f for _, f in by[s][:quota[name]]]
    ix = {f: i for i, f in enumerate(feats)}
    ptr, idx = [0], []
    for f in cache:
        for y in f:
            i = ix.get(y)
            if i is not None:
                idx.append(i)
        ptr.append(len(idx))
    return feats, np.array(ptr, np.int64), np.array(idx, np.int32), np.array([cnt[f] for f in feats], np.float32)
