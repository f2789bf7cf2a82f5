"""Product quantisation of the table.

A row is  norm * unit direction.  The direction (rotated, see `rotation`) is cut into M parts of k values; each part is
replaced by one of 256 centroids of that part's codebook.  A row then costs M bytes + 1 byte for the norm.
"""
import numpy as np
import torch


def rotation(U, w, seed=0):
    """Orthogonal matrix that spreads variance evenly over the parts: random rotation is enough for contrastive tables."""
    d = U.shape[1]
    g = np.random.RandomState(seed).randn(d, d)
    q, r = np.linalg.qr(g)
    return (q * np.sign(np.diag(r))).astype(np.float32)


def kmeans(X, w, K, iters, seed):
    """Weighted Lloyd. X [n, k] float32, w [n] -> centroids [K, k]."""
    g = torch.Generator().manual_seed(seed)
    X = torch.from_numpy(X); w = torch.from_numpy(w)
    n = len(X)
    C = X[torch.multinomial(w, K, generator=g)].clone()
    for it in range(iters):
        a = torch.empty(n, dtype=torch.int64)
        cc = (C * C).sum(1)
        for i in range(0, n, 32768):
            a[i:i + 32768] = (cc[None] - 2 * X[i:i + 32768] @ C.T).argmin(1)
        S = torch.zeros_like(C).index_add_(0, a, X * w[:, None])
        W = torch.zeros(K).index_add_(0, a, w)
        empty = W <= 0
        C = torch.where(empty[:, None], X[torch.multinomial(w, K, generator=g)], S / W.clamp_min(1e-12)[:, None])
    return C.numpy()


def assign(X, C):
    X = torch.from_numpy(X); C = torch.from_numpy(C)
    cc = (C * C).sum(1)
    return torch.cat([(cc[None] - 2 * X[i:i + 32768] @ C.T).argmin(1) for i in range(0, len(X), 32768)]).numpy().astype(np.uint8)


def pq(E, weight, M, iters=12, sample=40000, seed=1):
    """E [V, d], weight [V] importance of each row -> dict with norms, codebooks [M, 256, k], codes [V, M]."""
    n = np.linalg.norm(E, axis=1)
    U = E / np.maximum(n, 1e-12)[:, None]
    d = E.shape[1]
    k = d // M
    w = np.asarray(weight, np.float64) / np.sum(weight, dtype=np.float64)
    rng = np.random.RandomState(seed)
    pick = rng.choice(len(U), size=min(sample, len(U)), replace=False, p=w) if sample < len(U) else np.arange(len(U))
    cb = np.zeros((M, 256, k), np.float32)
    codes = np.zeros((len(U), M), np.uint8)
    ww = np.ones(len(pick), np.float32)
    for m in range(M):
        X = np.ascontiguousarray(U[:, m * k:(m + 1) * k])
        cb[m] = kmeans(X[pick], ww, 256, iters, seed + m)
        codes[:, m] = assign(X, cb[m])
    return dict(norm=n.astype(np.float32), cb=cb, codes=codes)


def expand(q):
    """Rows back as floats [V, d]."""
    M = q["cb"].shape[0]
    U = np.concatenate([q["cb"][m][q["codes"][:, m]] for m in range(M)], axis=1)
    return U * q["norm"][:, None]
