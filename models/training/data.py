"""Reads the training files once and caches them as integer arrays.

Cache layout (numpy .npz + word list):
  words        list of "script\tword" strings; a word id is the line number
  ptr, tok     CSR: text t is the word ids tok[ptr[t]:ptr[t+1]]
  lang         int8 language index of each text (LANGS)
  tasks        for each task, arrays of text ids and group keys (see build)

Nothing under the data folder's eval/ is read here.
"""
import argparse, csv, gzip, hashlib, json, os, pickle, sys, time
import numpy as np
from textnorm import words as split_words
from augment import variants

LANGS = ["en", "zh", "es", "de", "fr", "pt", "ar", "ru", "ja"]
LI = {l: i for i, l in enumerate(LANGS)}
SHARE_ALIKE_SOURCES = {"GNOME/gnome-user-docs", "AntennaPod/antennapod.github.io", "arduino/help-center-content"}
MAX_TEXT = 400     # characters of one training text that are read


def h(s, mod):
    """Stable hash of a key, used for splits."""
    return int(hashlib.sha256(s.encode()).hexdigest()[:8], 16) % mod


class Store:
    """Texts -> ids, words -> ids."""
    def __init__(self):
        self.word_id, self.words = {}, []
        self.text_id, self.ptr, self.tok, self.lang, self.raw = {}, [0], [], [], []

    def add(self, text, lang):
        text = text[:MAX_TEXT].strip()
        key = (lang, text)
        t = self.text_id.get(key)
        if t is not None:
            return t
        ids = []
        for k, w in split_words(text)[:64]:
            kw = (k, w)
            i = self.word_id.get(kw)
            if i is None:
                i = self.word_id[kw] = len(self.words)
                self.words.append(kw)
            ids.append(i)
        if not ids:
            self.text_id[key] = -1
            return -1
        t = len(self.ptr) - 1
        self.text_id[key] = t
        self.tok.extend(ids)
        self.ptr.append(len(self.tok))
        self.lang.append(lang)
        self.raw.append(text)
        return t


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as f:
        head = f.readline().rstrip("\n").split("\t")
        for line in f:
            c = line.rstrip("\n").split("\t")
            c += [""] * (len(head) - len(c))
            yield dict(zip(head, c))


def build(data, cache, own):
    t0 = time.time()
    S = Store()
    T = {}
    log = lambda *a: print("%6.0f s" % (time.time() - t0), *a, flush=True)

    tr = os.path.join(data, "train")
    for name in ["parallel", "parallel_noen"]:
        cells, src, key = [], [], []
        for r in rows(os.path.join(tr, name + ".tsv.gz")):
            c = [S.add(r[l], LI[l]) if r[l] else -1 for l in LANGS]
            if sum(x >= 0 for x in c) >= 2:
                cells.append(c); src.append(r["source"]); key.append(r["key"])
        T[name] = dict(cells=np.array(cells, np.int32), source=src, key=key)
        log(name, len(cells), "texts", len(S.lang), "words", len(S.words))

    # lexicon: a row is nine lists of variants
    owner, lang, text, src = [], [], [], []
    n = 0
    for r in rows(os.path.join(tr, "lexicon.tsv.gz")):
        got = []
        for l in LANGS:
            if r[l]:
                for v in r[l].split("|")[:4]:
                    t = S.add(v, LI[l])
                    if t >= 0:
                        got.append((l, t))
        if len(got) >= 2:
            for l, t in got:
                owner.append(n); lang.append(LI[l]); text.append(t)
            src.append(r["source"]); n += 1
    T["lexicon"] = dict(owner=np.array(owner, np.int32), lang=np.array(lang, np.int8), text=np.array(text, np.int32), source=src)
    log("lexicon", n, "texts", len(S.lang), "words", len(S.words))

    st, lb, tx = [], [], []
    for r in rows(os.path.join(tr, "intents.tsv.gz")):
        t = S.add(r["text"], LI[r["lang"]])
        if t >= 0:
            st.append(r["set"]); lb.append(r["label"]); tx.append(t)
    T["intents"] = dict(set=st, label=lb, text=np.array(tx, np.int32))

    a, b, s, st = [], [], [], []
    for r in rows(os.path.join(tr, "pairs.tsv.gz")):
        x, y = S.add(r["a"], LI[r["lang"]]), S.add(r["b"], LI[r["lang"]])
        if x >= 0 and y >= 0:
            a.append(x); b.append(y); s.append(float(r["score"])); st.append(r["set"])
    T["pairs"] = dict(a=np.array(a, np.int32), b=np.array(b, np.int32), score=np.array(s, np.float32), set=st)
    log("intents, pairs", len(tx), len(a))

    a, b, src = [], [], []
    with gzip.open(os.path.join(tr, "qa.jsonl.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            if r["lang"] in LI:
                x, y = S.add(r["question"], LI[r["lang"]]), S.add(r["answer"], LI[r["lang"]])
                if x >= 0 and y >= 0:
                    a.append(x); b.append(y); src.append(r["source"])
    T["qa"] = dict(a=np.array(a, np.int32), b=np.array(b, np.int32), source=src)

    a, b, src = [], [], []
    with gzip.open(os.path.join(tr, "titledesc.jsonl.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            if r["lang"] in LI:
                x, y = S.add(r["title"], LI[r["lang"]]), S.add(r["text"], LI[r["lang"]])
                if x >= 0 and y >= 0:
                    a.append(x); b.append(y); src.append(r["doc"])
    T["titledesc"] = dict(a=np.array(a, np.int32), b=np.array(b, np.int32), doc=src)
    log("qa, titledesc", len(T["qa"]["a"]), len(a))

    pr = []
    for l in LANGS:
        with gzip.open(os.path.join(tr, "prose", l + ".txt.gz"), "rt", encoding="utf-8") as f:
            for line in f:
                t = S.add(line.strip(), LI[l])
                if t >= 0:
                    pr.append(t)
        log("prose", l, len(pr), "words", len(S.words))
    T["prose"] = dict(text=np.array(pr, np.int32))

    lb, dm, lg, tx, au = [], [], [], [], []
    if own:
        with open(own, encoding="utf-8") as f:
            f.readline()
            for line in f:
                l, d, k, t = line.rstrip("\n").split("\t")
                ans = d.startswith("answer:")
                d = d[7:] if ans else d
                for n, v in enumerate([t] + ([] if ans or d == "syn" else variants(t, l))):
                    i = S.add(v, LI[l])
                    if i >= 0:
                        lb.append(d + "/" + k); dm.append(d); lg.append(LI[l]); tx.append(i); au.append(n > 0 or ans)
    T["own"] = dict(label=lb, domain=dm, lang=np.array(lg, np.int8), text=np.array(tx, np.int32), aug=np.array(au, bool))
    log("own", len(tx))
    lb, lg, tx = [], [], []
    if own:
        with open(os.path.join(os.path.dirname(own), "grammar.tsv"), encoding="utf-8") as f:
            f.readline()
            for line in f:
                l, k, t = line.rstrip("\n").split("\t")
                i = S.add(t, LI[l])
                if i >= 0:
                    lb.append(k); lg.append(LI[l]); tx.append(i)
    T["grammar"] = dict(label=lb, lang=np.array(lg, np.int8), text=np.array(tx, np.int32))
    log("grammar", len(tx))
    os.makedirs(cache, exist_ok=True)
    np.savez(os.path.join(cache, "texts.npz"), ptr=np.array(S.ptr, np.int64), tok=np.array(S.tok, np.int32), lang=np.array(S.lang, np.int8))
    with open(os.path.join(cache, "words.txt"), "w", encoding="utf-8") as f:
        f.write("\n".join("%d\t%s" % kw for kw in S.words))
    with open(os.path.join(cache, "tasks.pkl"), "wb") as f:
        pickle.dump(T, f, protocol=4)
    with open(os.path.join(cache, "raw.pkl"), "wb") as f:
        pickle.dump(S.raw, f, protocol=4)
    log("done: texts", len(S.lang), "words", len(S.words), "tokens", len(S.tok))


if __name__ == "__main__":
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder with train/")
    p.add_argument("--cache", required=True)
    p.add_argument("--own", default="", help="phrasings.tsv")
    a = p.parse_args()
    build(a.data, a.cache, a.own)
