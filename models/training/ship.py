"""From a trained float table to the shipped files: choose rows, tune, product-quantise, tune codebooks and norms, write.

Row choice: within each script the rows with the largest  root(count) * norm  stay, as many as the quota says.
"""
import argparse, os, pickle, time
import numpy as np
import torch
import torch.nn.functional as F
import train, valsuite, quantise, export
from corpus import Corpus
from textnorm import shard_of, SHARDS


class QTable:
    """norm * codebook rows; codes stay fixed, norms and codebooks learn."""
    def __init__(self, q, lr_cb, lr_norm):
        self.codes = torch.from_numpy(q["codes"].astype(np.int64))
        self.M, _, self.k = q["cb"].shape
        self.flat = (self.codes + torch.arange(self.M)[None] * 256)          # [V, M] row numbers in the stacked codebook
        self.cb = torch.from_numpy(q["cb"].reshape(-1, self.k).copy()).requires_grad_()
        self.norm = torch.from_numpy(q["norm"][:, None].copy())
        self.opt = torch.optim.Adam([self.cb], lr=lr_cb)
        self.lr_cb, self.lr_norm = lr_cb, lr_norm
        self.nt = train.Table(len(q["norm"]), 1, lr_norm, 0)
        self.nt.E = self.norm

    def rows(self, r):
        return (self.cb.detach()[self.flat[r]].reshape(len(r), -1)) * self.norm[r]

    def step(self, rows, g, lr):
        """lr: share of the base rate (1 .. 0)."""
        u = self.cb.detach()[self.flat[rows]].reshape(len(rows), -1)
        dn = (u * g).sum(1, keepdim=True)
        du = (g * self.norm[rows]).reshape(-1, self.k)
        self.cb.grad = torch.zeros_like(self.cb).index_add_(0, self.flat[rows].reshape(-1), du)
        for pg in self.opt.param_groups:
            pg["lr"] = self.lr_cb * lr
        self.opt.step()
        self.nt.step(rows, dn.contiguous(), self.lr_norm * lr)
        self.norm.clamp_(min=1e-4)

    def result(self):
        return dict(cb=self.cb.detach().numpy().reshape(self.M, 256, self.k).copy(), norm=self.norm[:, 0].numpy().copy(), codes=self.codes.numpy().astype(np.uint8))


def prune(feats, E, cnt, quota, fptr, fidx):
    """-> kept row numbers (shard by shard, most useful first) and the word CSR renumbered to them."""
    sh = np.array([shard_of(f) for f in feats])
    imp = np.sqrt(np.maximum(cnt, 0)) * np.linalg.norm(E, axis=1)
    keep = []
    for i, s in enumerate(SHARDS):
        k = np.nonzero(sh == i)[0]
        keep.append(k[np.argsort(-imp[k], kind="stable")][:quota[s]])
    keep = np.concatenate(keep)
    new = np.full(len(feats), -1, np.int64)
    new[keep] = np.arange(len(keep))
    f = new[fidx]
    word = np.repeat(np.arange(len(fptr) - 1), np.diff(fptr))
    ok = f >= 0
    ptr = np.concatenate([[0], np.cumsum(np.bincount(word[ok], minlength=len(fptr) - 1))]).astype(np.int64)
    return keep, ptr, f[ok].astype(np.int32)


def loop(T, S, C, opt, steps, lr0, rng, names, mixp, unit):
    for step in range(steps):
        lr = lr0 * max(0.05, 1 - step / steps) * min(1, (step + 1) / 50)
        task = names[rng.choice(len(names), p=mixp)]
        if task == "pairs":
            r = rng.randint(len(C.pair_a), size=512)
            T.step(C.pair_a[r], C.pair_b[r], lr, scores=C.pair_s[r])
        elif task == "prose":
            T.step(S.prose[rng.randint(len(S.prose), size=opt.batch)], None, lr)
        else:
            a, b, g = getattr(S, task)(opt.batch)
            T.step(a, b, lr, group=np.asarray(g))


def run(a):
    v = pickle.load(open(os.path.join(a.run, "vocab.pkl"), "rb"))
    opt = train.parser().parse_args(["--cache", a.cache])
    for k, x in v["opt"].items():
        setattr(opt, k, x)
    opt.cache = a.cache
    torch.manual_seed(opt.seed)
    C = train.corpus(opt)
    feats, fptr, fidx, cnt = train.vocabulary(C, opt)
    E = np.load(os.path.join(a.run, "E.npy"))
    quota = dict(zip(SHARDS, [int(x) for x in a.quota.split(",")]))
    keep, fptr, fidx = prune(feats, E, cnt, quota, fptr, fidx)
    feats = [feats[i] for i in keep]; cnt = cnt[keep]; E = E[keep]
    T = train.Trainer(C, fptr, fidx, len(feats), opt)
    if T.mix is not None:
        T.mix.load_state_dict(torch.load(os.path.join(a.run, "mix.pt")))
    T.table.E = torch.from_numpy(E.copy())
    S = train.Sampler(C, opt)
    rng = np.random.RandomState(opt.seed + 5)
    mixp = train.mixture(C, opt)
    val = opt.mode == "val"
    t0 = time.time()
    say = lambda n: print("%5.0f s %s" % (time.time() - t0, n), valsuite.show(valsuite.run(C, T.encode, full=a.final)) if val else "", flush=True)
    say("pruned to %d rows" % len(feats))
    loop(T, S, C, opt, a.tune, a.lr, rng, train.TASKS, mixp, 1)
    say("tuned")
    E = T.table.E.numpy()
    q = quantise.pq(E, np.sqrt(np.maximum(cnt, 1e-3)) * np.linalg.norm(E, axis=1), a.parts)
    T.table = QTable(q, a.lr_cb, a.lr_norm)
    say("quantised")
    loop(T, S, C, opt, a.qtune, 1.0, rng, train.TASKS, mixp, 1)
    say("tuned again")
    q = T.table.result()
    mix = None
    if T.mix is not None:
        s = T.mix.state_dict()
        mix = tuple(s[k].numpy() for k in ("a.weight", "a.bias", "b.weight", "b.bias"))
    man = export.write(a.out, q, feats, opt.p, mix, a.version)
    for f in man["files"]:
        print(f["name"], f["bytes"], f["rows"])
    print("total", man["bytes"])
    if val:
        import valsuite as vs
        enc = export.Encoder(a.out)
        print("done")


if __name__ == "__main__":
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--cache", required=True)
    p.add_argument("--run", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--version", default="1")
    p.add_argument("--parts", type=int, default=32)
    p.add_argument("--quota", default="1000,42000,18000,16000,20000,12000")
    p.add_argument("--tune", type=int, default=800)
    p.add_argument("--lr", type=float, default=1e-3)
    p.add_argument("--qtune", type=int, default=800)
    p.add_argument("--lr-cb", type=float, default=1e-3)
    p.add_argument("--lr-norm", type=float, default=5e-3)
    p.add_argument("--final", action="store_true")
    run(p.parse_args())
