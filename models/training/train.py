"""Contrastive training of the static sub-word table.

text vector = normalise( mix( sum over words w of v_w ) ),   v_w = sum over features f of w: E[f] / n_w^p
E is [features, d]; the row norms learn how much a feature counts.

The table is updated by a row-wise Adam that touches only the rows of the batch; gradients are taken with respect to the
word vectors of the batch and spread to the features through the transposed word-feature matrix.
"""
import argparse, ctypes, json, os, pickle, subprocess, sys, tempfile, time
import numpy as np
import torch
import torch.nn.functional as F
from corpus import Corpus
from vocab import choose
import valsuite

torch.set_num_threads(1)


def ragged(ptr, ids):
    """CSR rows ids -> (positions into the value array, lengths)."""
    s = ptr[ids]
    n = ptr[ids + 1] - s
    e = np.cumsum(n)
    return np.repeat(s - (e - n), n) + np.arange(e[-1] if len(e) else 0), n


def _kernel():
    """Compiles rowadam.c next to the cache; None when there is no C compiler (then numpy does it, slower)."""
    src = os.path.join(os.path.dirname(os.path.abspath(__file__)), "rowadam.c")
    so = os.path.join(tempfile.gettempdir(), "rowadam-%d.so" % os.getuid())
    try:
        if not os.path.exists(so) or os.path.getmtime(so) < os.path.getmtime(src):
            subprocess.check_call(["gcc", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", "-o", so, src, "-lm"])
        return ctypes.CDLL(so).row_adam
    except (OSError, subprocess.CalledProcessError):
        return None


KERNEL = _kernel()


class Table:
    def __init__(self, V, d, lr, seed, scale=None):
        g = torch.Generator().manual_seed(seed)
        self.E = torch.randn(V, d, generator=g) * (scale or 0.3 / d ** 0.5)
        self.m = torch.zeros(V, d)
        self.v = torch.zeros(V, d)
        self.t = torch.zeros(V, 1)
        self.lr = lr

    def step(self, rows, g, lr, b1=0.9, b2=0.98, eps=1e-8):
        """rows: int64 [R] distinct, g: [R, d]."""
        if KERNEL is not None:
            P = ctypes.c_void_p
            g = g.contiguous()
            KERNEL(P(self.E.data_ptr()), P(self.m.data_ptr()), P(self.v.data_ptr()), P(self.t.data_ptr()), P(rows.data_ptr()),
                   P(g.data_ptr()), ctypes.c_int64(len(rows)), ctypes.c_int64(g.shape[1]), ctypes.c_float(lr),
                   ctypes.c_float(b1), ctypes.c_float(b2), ctypes.c_float(eps))
            return
        t = self.t[rows] + 1
        m = self.m[rows].mul_(b1).add_(g, alpha=1 - b1)
        v = self.v[rows].mul_(b2).addcmul_(g, g, value=1 - b2)
        self.t[rows] = t
        self.m[rows] = m
        self.v[rows] = v
        mh = m / (1 - b1 ** t)
        vh = v / (1 - b2 ** t)
        self.E.index_add_(0, rows, mh / (vh.sqrt() + eps), alpha=-lr)


class Mix(torch.nn.Module):
    """Optional layer on the pooled vector: x + relu(x A + a) B."""
    def __init__(self, d, hidden):
        super().__init__()
        self.a = torch.nn.Linear(d, hidden)
        self.b = torch.nn.Linear(hidden, d)
        torch.nn.init.zeros_(self.b.weight); torch.nn.init.zeros_(self.b.bias)

    def forward(self, x):
        x = F.normalize(x, dim=1)
        return x + self.b(F.relu(self.a(x)))


class Trainer:
    def __init__(self, C, fptr, fidx, V, opt):
        self.C, self.fptr, self.fidx, self.opt = C, fptr, fidx.astype(np.int64), opt
        self.rng = np.random.RandomState(opt.seed)
        self.table = Table(V, opt.dim, opt.lr, opt.seed)
        n = np.diff(fptr)
        self.fw = (1.0 / np.maximum(n, 1) ** opt.p).astype(np.float32)
        self.mix = Mix(opt.dim, opt.hidden) if opt.hidden else None
        self.modules = [self.mix] if self.mix else []
        ps = [p for m in self.modules for p in m.parameters()]
        self.adam = torch.optim.Adam(ps, lr=opt.mlr) if ps else None

    # ---- encoding -------------------------------------------------------------------------------
    def batch_words(self, texts, max_words, crop=False, drop=0.0):
        """Texts -> (unique word ids, local index per token, lengths). Long texts are cut (randomly when crop)."""
        C = self.C
        s = C.ptr[texts]; n = (C.ptr[texts + 1] - s)
        over = np.maximum(n - max_words, 0)
        if crop and over.any():
            s = s + (self.rng.rand(len(s)) * (over + 1)).astype(np.int64)
        n = np.minimum(n, max_words)
        e = np.cumsum(n)
        tok = C.tok[np.repeat(s - (e - n), n) + np.arange(e[-1])]
        if drop > 0:
            keep = self.rng.rand(len(tok)) >= drop
            # never empty a text
            seg = np.repeat(np.arange(len(n)), n)
            left = np.bincount(seg[keep], minlength=len(n))
            keep |= (left == 0)[seg]
            tok = tok[keep]
            n = np.bincount(seg[keep], minlength=len(n))
        u, inv = np.unique(tok, return_inverse=True)
        return u, inv, n

    def word_vectors(self, u, fdrop=0.0):
        """Unique words -> [U, d] tensor and the pieces needed for the gradient."""
        pos, n = ragged(self.fptr, u)
        f = self.fidx[pos]
        w = np.repeat(self.fw[u], n)
        if fdrop > 0:
            k = (self.rng.rand(len(f)) >= fdrop).astype(np.float32) / (1 - fdrop)
            w = w * k
        wt = torch.from_numpy(w)
        off = torch.from_numpy(np.concatenate([[0], np.cumsum(n)[:-1]]))
        if hasattr(self.table, "rows"):          # quantised: only the rows of this batch exist as floats
            r, loc = np.unique(f, return_inverse=True)
            W = F.embedding_bag(torch.from_numpy(loc), self.table.rows(torch.from_numpy(r)), off, mode="sum", per_sample_weights=wt)
        else:
            W = F.embedding_bag(torch.from_numpy(f), self.table.E, off, mode="sum", per_sample_weights=wt)
        return W, (f, w, np.repeat(np.arange(len(u)), n))

    def pool(self, W, inv, n):
        off = torch.from_numpy(np.concatenate([[0], np.cumsum(n)[:-1]]))
        return F.embedding_bag(torch.from_numpy(inv), W, off, mode="sum")

    def finish(self, x):
        if self.mix is not None:
            x = self.mix(x)
        return F.normalize(x, dim=1)

    def encode(self, texts, bs=2048, max_words=64):
        out = []
        texts = np.asarray(texts, np.int64)
        with torch.no_grad():
            for i in range(0, len(texts), bs):
                u, inv, n = self.batch_words(texts[i:i + bs], max_words)
                W, _ = self.word_vectors(u)
                out.append(self.finish(self.pool(W, inv, n)).numpy())
        return np.concatenate(out)

    # ---- one step ---------------------------------------------------------------------------------
    def halves(self, texts, max_words=40):
        """Texts -> the same arrays as batch_words for [first parts..., second parts...]; two words at the cut are left out
        (Han and kana windows overlap their neighbours)."""
        C = self.C
        s, n = C.ptr[texts], C.ptr[texts + 1] - C.ptr[texts]
        cut = s + np.maximum(1, (n * (0.3 + 0.4 * self.rng.rand(len(n)))).astype(np.int64))
        a0, a1 = s, np.maximum(s + 1, cut - 2)
        b0, b1 = cut, s + n
        st = np.concatenate([np.maximum(a0, a1 - max_words), b0])
        n = np.concatenate([a1, np.minimum(b1, b0 + max_words)]) - st
        e = np.cumsum(n)
        tok = C.tok[np.repeat(st - (e - n), n) + np.arange(e[-1])]
        u, inv = np.unique(tok, return_inverse=True)
        return u, inv, n

    def step(self, a, b, lr, group=None, scores=None, scale=None, max_words=40):
        o = self.opt
        scale = scale or o.scale
        if b is None:
            u, inv, n = self.halves(a.astype(np.int64))
        else:
            texts = np.concatenate([a, b]).astype(np.int64)
            u, inv, n = self.batch_words(texts, max_words, crop=True, drop=o.wdrop)
        with torch.no_grad():
            W, (f, w, row) = self.word_vectors(u, o.fdrop)
        W.requires_grad_()
        x = self.finish(self.pool(W, inv, n))
        k = len(a)
        xa, xb = x[:k], x[k:]
        if scores is not None:
            c = (xa * xb).sum(1) * scale
            s = torch.from_numpy(scores)
            d = c[None, :] - c[:, None]                    # want c_i > c_j where s_i > s_j
            d = d[(s[:, None] - s[None, :]) > 0.3]
            loss = torch.logsumexp(torch.cat([torch.zeros(1), d]), 0)
            # graded pairs are few beside the other tasks: in-batch contrast for the near-equal ones too
            pos = s >= 3.8
            if pos.sum() > 8:
                S = xa[pos] @ xb.T * scale
                tgt = torch.nonzero(pos).squeeze(1)
                loss = 0.5 * loss + 0.5 * F.cross_entropy(S, tgt)
        else:
            S = xa @ xb.T * scale
            if group is not None:
                g = torch.from_numpy(group)
                same = g[:, None] == g[None, :]
                same.fill_diagonal_(False)
                S = S.masked_fill(same, -1e4)
            t = torch.arange(k)
            loss = 0.5 * (F.cross_entropy(S, t) + F.cross_entropy(S.T, t))
        if self.adam:
            self.adam.zero_grad()
        loss.backward()
        g = W.grad
        # spread to the features: G[f] = sum over words of weight * g[word]
        order = np.argsort(f, kind="stable")
        fs = f[order]
        first = np.concatenate([[True], fs[1:] != fs[:-1]])
        rows = fs[first]
        off = np.nonzero(first)[0]
        G = F.embedding_bag(torch.from_numpy(row[order].astype(np.int64)), g, torch.from_numpy(off), mode="sum",
                            per_sample_weights=torch.from_numpy(w[order]))
        self.table.step(torch.from_numpy(rows), G, lr)
        if self.adam:
            for pg in self.adam.param_groups:
                pg["lr"] = o.mlr * min(1.0, lr / o.lr)
            self.adam.step()
        return float(loss)


class Sampler:
    """Draws batches of text-id pairs for each task."""
    def __init__(self, C, opt):
        self.C, self.o = C, opt
        self.rng = np.random.RandomState(opt.seed + 1)
        P = np.concatenate([C.parallel] + ([C.sts_parallel] if len(C.sts_parallel) else []))
        self.P = P
        self.Pn = (P >= 0).sum(1)
        self.N = C.noen
        self.by_label = {}
        lab = C.intent_label
        order = np.argsort(lab, kind="stable")
        self.it = C.intent_text[order]
        self.ip = np.searchsorted(lab[order], np.arange(lab.max() + 2))
        self.labels = [l for l in range(lab.max() + 1) if self.ip[l + 1] - self.ip[l] >= 2]
        cnt = np.array([self.ip[l + 1] - self.ip[l] for l in self.labels], float)
        self.lp = cnt ** 0.5 / (cnt ** 0.5).sum()
        n = np.diff(C.lex_ptr)
        self.lex_ok = np.nonzero(n >= 2)[0]
        self.a_qt = np.concatenate([C.qa_a] * 4 + [C.td_a])
        self.b_qt = np.concatenate([C.qa_b] * 4 + [C.td_b])
        pl = C.len[C.prose]
        self.prose = C.prose[pl >= 6]

    def pick_cells(self, cells):
        """Two different filled cells of each row (English favoured)."""
        m = (cells >= 0).astype(np.float32)
        r = self.rng.rand(*cells.shape) * m
        r[:, 0] *= 1.6
        i = r.argmax(1)
        k = np.arange(len(cells))
        r[k, i] = 0
        j = r.argmax(1)
        sw = self.rng.rand(len(cells)) < 0.5
        i, j = np.where(sw, i, j), np.where(sw, j, i)
        return cells[k, i], cells[k, j]

    def parallel(self, B):
        r = self.rng.randint(len(self.P), size=B)
        if self.rng.rand() < 0.5:
            # runs of neighbouring rows: near-synonyms of one product as negatives
            st = self.rng.randint(len(self.P) - 16, size=B // 8)
            r = (st[:, None] + np.arange(8)[None, :]).ravel()
        c = self.P[r]
        if self.rng.rand() < 0.5:
            # one language pair for the whole batch: negatives of the right language
            l = self.rng.randint(1, 9)
            ok = (c[:, 0] >= 0) & (c[:, l] >= 0)
            c = c[ok]
            if len(c) >= 64:
                return c[:, 0], c[:, l], c[:, 0]
            c = self.P[r]
        a, b = self.pick_cells(c)
        return a, b, r

    def noen(self, B):
        st = self.rng.randint(len(self.N) - 4, size=B // 2)
        r = np.unique((st[:, None] + np.arange(2)[None, :]).ravel())
        c = self.N[r]
        a, b = self.pick_cells(c)
        return a, b, r

    def lexicon(self, B):
        C = self.C
        r = np.unique(self.lex_ok[self.rng.randint(len(self.lex_ok), size=B)])
        s, n = C.lex_ptr[r], C.lex_ptr[r + 1] - C.lex_ptr[r]
        i = (self.rng.rand(len(r)) * n).astype(np.int64)
        j = (i + 1 + (self.rng.rand(len(r)) * (n - 1)).astype(np.int64)) % n
        return C.lex_text[s + i], C.lex_text[s + j], r

    def intents(self, B):
        l = self.rng.choice(self.labels, size=B, p=self.lp)
        s, n = self.ip[l], self.ip[l + 1] - self.ip[l]
        i = (self.rng.rand(B) * n).astype(np.int64)
        j = (i + 1 + (self.rng.rand(B) * (n - 1)).astype(np.int64)) % n
        return self.it[s + i], self.it[s + j], l

    def labelled(self, key, text, label, B):
        """Pairs of different texts of one label, labels drawn by the root of their size."""
        if key not in self.by_label:
            order = np.argsort(label, kind="stable")
            ptr = np.searchsorted(label[order], np.arange(label.max() + 2))
            n = np.diff(ptr)
            ok = np.nonzero(n >= 2)[0]
            self.by_label[key] = (text[order], ptr, ok, n[ok] ** 0.5 / (n[ok] ** 0.5).sum())
        tx, ptr, ok, p = self.by_label[key]
        l = ok[self.rng.choice(len(ok), size=B, p=p)]
        s, n = ptr[l], ptr[l + 1] - ptr[l]
        i = (self.rng.rand(B) * n).astype(np.int64)
        j = (i + 1 + (self.rng.rand(B) * (n - 1)).astype(np.int64)) % n
        return tx[s + i], tx[s + j], l

    def own(self, B):
        return self.labelled("own", self.C.own_text, self.C.own_label, B)

    def grammar(self, B):
        return self.labelled("grammar", self.C.gram_text, self.C.gram_label, B)

    def qt(self, B):
        r = np.unique(self.rng.randint(len(self.a_qt), size=B))
        return self.a_qt[r], self.b_qt[r], self.a_qt[r]


TASKS = ["parallel", "noen", "lexicon", "intents", "qt", "pairs", "prose", "own", "grammar"]


def corpus(opt):
    return Corpus(opt.cache, opt.mode, share_alike=not opt.no_sa, lexicon_sa=not opt.no_lex_sa, sts=not opt.no_sts, own=not opt.no_own,
                  pairs=dict(zip((1, 2, 3), [int(x) for x in opt.pairs.split(",")])) if opt.pairs else None)


def mixture(C, opt):
    """Shares of the tasks; tasks without rows get none."""
    p = np.array([float(x) for x in opt.mixp.split(",")])
    if not len(C.pair_a):
        p[TASKS.index("pairs")] = 0
    if opt.no_own:
        p[TASKS.index("own")] = p[TASKS.index("grammar")] = 0
    return p / p.sum()


def vocabulary(C, opt):
    """The training vocabulary and the word CSR over it, cached by mode, quota and tag."""
    quota = dict(zip(["common", "latin", "cyrillic", "arabic", "han", "kana"], [int(x) for x in opt.quota.split(",")]))
    vc = os.path.join(opt.cache, "vocab-%s-%s-%s.pkl" % (opt.mode, opt.quota, opt.vtag))
    if os.path.exists(vc):
        r = pickle.load(open(vc, "rb"))
    else:
        r = choose(C, quota)
        pickle.dump(r, open(vc, "wb"), protocol=4)
    if opt.pairs:
        # each pair is a word of its own with one row of its own
        feats, fptr, fidx, cnt = r
        V, P = len(feats), len(C.pair_words)
        r = (feats + [w for _, w in C.pair_words], np.concatenate([fptr, fptr[-1] + 1 + np.arange(P)]),
             np.concatenate([fidx, (V + np.arange(P)).astype(np.int32)]), np.concatenate([cnt, C.pair_count.astype(np.float32)]))
    return r


def run(opt):
    torch.manual_seed(opt.seed)
    C = corpus(opt)
    feats, fptr, fidx, cnt = vocabulary(C, opt)
    print("features", len(feats), flush=True)
    T = Trainer(C, fptr, fidx, len(feats), opt)
    S = Sampler(C, opt)
    names = TASKS
    mixp = mixture(C, opt)
    t0 = time.time()
    hist = {}
    rng = np.random.RandomState(opt.seed + 2)
    for step in range(opt.steps):
        lr = opt.lr * max(0.02, 1 - step / opt.steps) * min(1, (step + 1) / 200)
        task = names[rng.choice(len(names), p=mixp)]
        B = opt.batch
        if task == "pairs":
            r = rng.randint(len(C.pair_a), size=min(B, 512))
            loss = T.step(C.pair_a[r], C.pair_b[r], lr, scores=C.pair_s[r])
        elif task == "prose":
            # the two halves of a random split of a sentence's words
            loss = T.step(S.prose[rng.randint(len(S.prose), size=B)], None, lr)
        else:
            a, b, g = getattr(S, task)(B)
            loss = T.step(a, b, lr, group=np.asarray(g))
        hist.setdefault(task, []).append(loss)
        if (step + 1) % opt.every == 0 or step + 1 == opt.steps:
            msg = " ".join("%s %.3f" % (k, np.mean(v[-200:])) for k, v in sorted(hist.items()))
            hist = {}
            print("%6.0f s step %d %s" % (time.time() - t0, step + 1, msg), flush=True)
            if opt.mode == "val":
                print("   VAL", valsuite.show(valsuite.run(C, T.encode)), flush=True)
    if opt.out:
        os.makedirs(opt.out, exist_ok=True)
        np.save(os.path.join(opt.out, "E.npy"), T.table.E.numpy())
        pickle.dump(dict(feats=feats, cnt=cnt, opt=vars(opt)), open(os.path.join(opt.out, "vocab.pkl"), "wb"))
        if T.mix is not None:
            torch.save(T.mix.state_dict(), os.path.join(opt.out, "mix.pt"))
    if opt.mode == "val":
        o = valsuite.run(C, T.encode, full=True)
        print("FINAL", opt.name, valsuite.show(o), " ".join("%s %.1f" % (k, v) for k, v in o.items() if k.startswith("xl")), flush=True)


def parser():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--cache", required=True)
    p.add_argument("--out", default="")
    p.add_argument("--name", default="run")
    p.add_argument("--mode", default="val", choices=["val", "full"])
    p.add_argument("--dim", type=int, default=128)
    p.add_argument("--hidden", type=int, default=0)
    p.add_argument("--mlr", type=float, default=1e-3)
    p.add_argument("--p", type=float, default=0.5)
    p.add_argument("--lr", type=float, default=4e-3)
    p.add_argument("--batch", type=int, default=512)
    p.add_argument("--steps", type=int, default=6000)
    p.add_argument("--every", type=int, default=2000)
    p.add_argument("--scale", type=float, default=14.0)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--wdrop", type=float, default=0.1)
    p.add_argument("--fdrop", type=float, default=0.1)
    p.add_argument("--quota", default="2000,120000,50000,40000,50000,25000")
    p.add_argument("--mixp", default="0.34,0.05,0.12,0.16,0.14,0.06,0.0,0.13,0.06")
    p.add_argument("--vtag", default="0", help="names the cached vocabulary")
    p.add_argument("--no-sa", action="store_true")
    p.add_argument("--no-lex-sa", action="store_true")
    p.add_argument("--pairs", default="", help="word pairs kept for latin,cyrillic,arabic")
    p.add_argument("--no-own", action="store_true")
    p.add_argument("--no-sts", action="store_true")
    return p


if __name__ == "__main__":
    run(parser().parse_args())
