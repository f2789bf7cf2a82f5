"""Quick validation figures for an encoder, all on rows that mode "val" holds out of training.

  few   few-shot intents (HWU64 held scenarios, DSTC11, Bitext held groups; one pack of all labels): 5 per label,
        nearest example (nn) and logistic regression on the vectors alone (lr), accuracy in %.
  xl    held-out parallel rows: English -> each language, P@1 among 1,000 rows, mean over languages, in %.
  sts   Spearman x 100 on held-out STS-B groups, mean over languages.
  td    held-out documents: title -> first text among up to 500 of the same language, P@1, mean over languages, in %.
  qa    held-out sources: question -> answer among those of the same language, P@1, in %.
"""
import numpy as np
from scipy.stats import spearmanr
from sklearn.linear_model import LogisticRegression


def fewshot_split(C, rng, shots, cap=40):
    by = {}
    for s, l, t in C.val_intents:
        by.setdefault(s + "/" + l, []).append(t)
    tr, trl, te, tel = [], [], [], []
    for n, (k, v) in enumerate(sorted(by.items())):
        v = sorted(set(v))
        p = rng.permutation(len(v))
        tr += [v[i] for i in p[:shots]]; trl += [n] * shots
        q = p[shots:shots + cap]
        te += [v[i] for i in q]; tel += [n] * len(q)
    return np.array(tr), np.array(trl), np.array(te), np.array(tel), sorted(by)


def p_at_1(a, b):
    """a, b: [n, d] unit vectors; row i of a belongs to row i of b."""
    s = a @ b.T
    return 100.0 * np.mean(s.argmax(1) == np.arange(len(a)))


def run(C, enc, full=False):
    """enc: text ids -> float32 [n, d] unit vectors."""
    out = {}
    rng = np.random.RandomState(7)
    nn, lr, seg = [], [], {}
    for rep in range(3 if full else 1):
        tr, trl, te, tel, names = fewshot_split(C, rng, 5)
        a, b = enc(tr), enc(te)
        s = b @ a.T
        p = trl[s.argmax(1)]
        nn.append(np.mean(p == tel))
        m = LogisticRegression(C=30, max_iter=200).fit(a, trl)
        p = m.predict(b)
        lr.append(np.mean(p == tel))
        for pre in ["HWU", "dst", "bit"]:
            k = np.array([names[x].startswith(pre) for x in tel])
            seg.setdefault(pre, []).append(np.mean(p[k] == tel[k]))
    out["nn"] = 100 * np.mean(nn); out["lr"] = 100 * np.mean(lr)
    for k, v in seg.items():
        out["lr_" + k] = 100 * np.mean(v)
    out.update(own(C, enc, full))
    P = C.val_parallel
    xs = []
    for l in range(1, 9):
        k = P[(P[:, 0] >= 0) & (P[:, l] >= 0)]
        k = k[rng.permutation(len(k))[:1000]]
        x = p_at_1(enc(k[:, l]), enc(k[:, 0]))
        out["xl%d" % l] = x
        xs.append(x)
    out["xl"] = np.mean(xs)
    A, B, S = C.pairs_all
    v = C.val_sts
    lang = C.lang[A[v]]
    sp = []
    for l in sorted(set(lang)):
        k = v[lang == l]
        r = spearmanr((enc(A[k]) * enc(B[k])).sum(1), S[k])[0]
        sp.append(r)
        if l == 0: out["sts_en"] = 100 * r
    out["sts"] = 100 * np.mean(sp)
    A, B = C.val_td
    lang = C.lang[A]
    r = []
    for l in sorted(set(lang)):
        k = np.where(lang == l)[0]
        _, first = np.unique(A[k], return_index=True)
        k = k[first][:500]
        r.append(p_at_1(enc(A[k]), enc(B[k])))
    out["td"] = np.mean(r)
    A, B = C.val_qa
    lang = C.lang[A]
    r = []
    for l in sorted(set(lang)):
        k = np.where(lang == l)[0]
        r.append(p_at_1(enc(A[k]), enc(B[k])))
    out["qa"] = np.mean(r)
    return out


def own(C, enc, full):
    """Held-out hand-written domains as one pack: own3 = 3 phrasings per unit, logistic regression; own1 = one phrasing, nearest;
    ownx = all English phrasings, questions in the other languages, logistic regression on vectors."""
    T, L, G = C.val_own
    X = enc(T)
    rng = np.random.RandomState(3)
    en = G == 0
    res = {"own3": [], "own1": []}
    for rep in range(4 if full else 2):
        pick = rng.rand(len(T))
        tr3, tr1, te = [], [], []
        for l in np.unique(L[en]):
            k = np.nonzero(en & (L == l))[0]
            k = k[np.argsort(pick[k])]
            tr3 += list(k[:3]); tr1 += list(k[:1]); te += list(k[3:])
        m = LogisticRegression(C=30, max_iter=200).fit(X[tr3], L[tr3])
        res["own3"].append(np.mean(m.predict(X[te]) == L[te]))
        res["own1"].append(np.mean(L[tr1][(X[te] @ X[tr1].T).argmax(1)] == L[te]))
    o = {k: 100 * np.mean(v) for k, v in res.items()}
    m = LogisticRegression(C=30, max_iter=200).fit(X[en], L[en])
    p = m.predict(X[~en]) == L[~en]
    o["ownx"] = 100 * np.mean([np.mean(p[G[~en] == g]) for g in range(1, 9)])
    return o


def show(o):
    return " ".join("%s %.1f" % (k, o[k]) for k in ["nn", "lr", "lr_HWU", "lr_dst", "lr_bit", "own3", "own1", "ownx", "xl", "sts", "sts_en", "td", "qa"] if k in o)
