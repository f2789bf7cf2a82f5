"""Cached texts, the training tasks and the validation split.

mode "val"  : whole label sets, sources and documents are held out (see HELD_*); used for every choice.
mode "full" : nothing is held out; used once per shipped version.
"""
import os, pickle, difflib
import numpy as np
from data import LANGS, LI, SHARE_ALIKE_SOURCES, h

HELD_SCENARIOS = {"alarm", "calendar", "email", "transport", "takeaway", "lists", "play", "iot"}
HELD_BITEXT = {"ORDER", "INVOICES", "DELIVERY", "SHIPPING", "CONTACT"}
HELD_SNIPS = {"PlayMusic", "AddToPlaylist", "BookRestaurant"}
HELD_SOURCES = {"django-oscar/django-oscar", "opensourcepos/opensourcepos", "clerk/javascript", "RocketChat/Rocket.Chat.ReactNative",
                "bitcoin-dot-org/bitcoin.org", "organicmaps/organicmaps.github.io", "BlueWallet/BlueWallet", "localsend/localsend",
                "Sylius/Sylius", "liberapay/liberapay.com", "mozilla-l10n/monitor-website-l10n"}


def held_intent(st, label):
    if st == "HWU64":
        return label.split("_")[0] in HELD_SCENARIOS
    if st == "bitext_20k":
        return label.split("/")[0] in HELD_BITEXT
    if st == "SNIPS":
        return label in HELD_SNIPS
    return st == "dstc11_t2_dev"


HELD_DOMAINS = {"shop-returns", "shop-payment", "account", "bank-cards", "telecom-internet", "insurance", "travel-hotels",
                "assist-lists", "assist-time"}


HELD_OBJECTS = {"card", "creditcard", "pin", "password", "account", "email", "phonenumber", "alarm", "timer", "reminder", "shoplist",
                "router", "internet", "insurance", "hotelroom", "payment"}


def held_doc(doc):
    return h("doc:" + doc, 100) < 4


def align_sts(pairs, lang):
    """STS-B rows of several languages come in one order with a few dropped; align them by their score sequence.

    Returns a list of dicts {lang: row}. English is the axis. Rows whose neighbourhood is ambiguous are left out.
    """
    rows = {}
    for i, (s, t) in enumerate(zip(pairs["set"], pairs["a"])):
        if s.startswith("stsb_multi"):
            rows.setdefault(int(lang[t]), []).append(i)
    en = rows[0]
    es = [round(float(pairs["score"][i]), 3) for i in en]
    out = [{0: i} for i in en]
    for l, r in rows.items():
        if l == 0:
            continue
        ls = [round(float(pairs["score"][i]), 3) for i in r]
        sm = difflib.SequenceMatcher(None, es, ls, autojunk=False)
        for a, b, n in sm.get_matching_blocks():
            for k in range(n):
                if n >= 6 and 2 <= k < n - 2:
                    out[a + k][l] = r[b + k]
    return out


class Corpus:
    def __init__(self, cache, mode="val", share_alike=True, lexicon_sa=True, sts=True, own=True, raw=False, pairs=None):
        z = np.load(os.path.join(cache, "texts.npz"))
        self.ptr, self.tok, self.lang = z["ptr"], z["tok"], z["lang"]
        self.len = np.diff(self.ptr).astype(np.int32)
        self.words = [(int(a), b) for a, b in (x.split("\t", 1) for x in open(os.path.join(cache, "words.txt"), encoding="utf-8").read().split("\n"))]
        T = pickle.load(open(os.path.join(cache, "tasks.pkl"), "rb"))
        if raw:
            self.raw = pickle.load(open(os.path.join(cache, "raw.pkl"), "rb"))
        val = mode == "val"
        drop_sa = (lambda s: s in SHARE_ALIKE_SOURCES) if not share_alike else (lambda s: False)
        L = self.lang

        # --- held-out texts first: nothing below may contain them
        held = set()
        P, N = T["parallel"], T["parallel_noen"]
        if val:
            for c, s in zip(P["cells"], P["source"]):
                if s in HELD_SOURCES:
                    held.update(int(x) for x in c if x >= 0)
            # ... but a text that other sources share is common knowledge; it leaves validation instead
            common = set()
            for c, s in zip(P["cells"], P["source"]):
                if s not in HELD_SOURCES:
                    common.update(int(x) for x in c if x >= 0)
            self.val_parallel = np.array([c for c, s in zip(P["cells"], P["source"]) if s in HELD_SOURCES
                                          and not any(int(x) in common for x in c if x >= 0)], np.int32)
            held -= common
        keep = [i for i, s in enumerate(P["source"]) if not (val and s in HELD_SOURCES) and not drop_sa(s)]
        self.parallel = P["cells"][keep]
        self.parallel_source = [P["source"][i] for i in keep]
        keep = [i for i, k in enumerate(N["key"]) if not (val and held_doc(k))]
        self.noen = N["cells"][keep]
        if val:
            drop = [i for i, k in enumerate(N["key"]) if held_doc(k)]
            held.update(int(x) for x in N["cells"][drop].ravel() if x >= 0)

        X = T["lexicon"]
        ok = np.ones(len(X["source"]), bool)
        if not lexicon_sa:
            ok = np.array([s.startswith("i18n") for s in X["source"]])
        if not share_alike:
            ok &= np.array([s.split(":")[-1] not in SHARE_ALIKE_SOURCES for s in X["source"]])
        m = ok[X["owner"]]
        own_, lg_, tx_ = X["owner"][m], X["lang"][m], X["text"][m]
        _, own_ = np.unique(own_, return_inverse=True)
        self.lex_ptr = np.concatenate([[0], np.cumsum(np.bincount(own_))]).astype(np.int64)
        self.lex_text, self.lex_lang = tx_, lg_

        I = T["intents"]
        names = [s + "/" + l for s, l in zip(I["set"], I["label"])]
        uniq = sorted(set(names)); ix = {n: i for i, n in enumerate(uniq)}
        lab = np.array([ix[n] for n in names], np.int32)
        hm = np.array([held_intent(s, l) for s, l in zip(I["set"], I["label"])])
        self.intent_names = uniq
        if val:
            self.val_intents = [(s, l, int(t)) for s, l, t, q in zip(I["set"], I["label"], I["text"], hm) if q and s != "SNIPS"]
            held.update(int(t) for t in I["text"][hm])
            lab, tx = lab[~hm], I["text"][~hm]
        else:
            tx = I["text"]
        self.intent_label, self.intent_text = lab, tx

        A = T["pairs"]
        self.sts_groups = align_sts(A, L)
        sts_val_rows = set()
        if val:
            for g, grp in enumerate(self.sts_groups):
                if h("sts%d" % (g // 40), 10) == 0:
                    sts_val_rows.update(grp.values())
            covered = set(i for grp in self.sts_groups for i in grp.values())
            self.val_sts = np.array(sorted(sts_val_rows))
            vt = set(A["a"][self.val_sts]) | set(A["b"][self.val_sts])
            held.update(int(x) for x in vt)
        else:
            covered = set(range(len(A["a"])))
            vt = set()
        ok = np.array([(i in covered or A["set"][i].startswith("zh_stsb")) and i not in sts_val_rows
                       and A["a"][i] not in vt and A["b"][i] not in vt for i in range(len(A["a"]))])
        self.pairs_all = (A["a"], A["b"], A["score"])
        if not sts:
            ok[:] = False
        self.pair_a, self.pair_b, self.pair_s = A["a"][ok], A["b"][ok], A["score"][ok]
        # STS sentences across languages: parallel everyday sentences
        par = []
        if sts:
            for g in self.sts_groups:
                if len(g) >= 2 and not (sts_val_rows & set(g.values())):
                    for side in ("a", "b"):
                        row = [-1] * 9
                        for l, i in g.items():
                            row[l] = int(A[side][i])
                        par.append(row)
        self.sts_parallel = np.array(par, np.int32).reshape(-1, 9)

        Q = T["qa"]
        keep = [i for i, s in enumerate(Q["source"]) if not (val and s in HELD_SOURCES) and not drop_sa(s)]
        self.qa_a, self.qa_b = Q["a"][keep], Q["b"][keep]
        if val:
            k = [i for i, s in enumerate(Q["source"]) if s in HELD_SOURCES]
            self.val_qa = (Q["a"][k], Q["b"][k])
            held.update(int(x) for x in Q["a"][k]); held.update(int(x) for x in Q["b"][k])
        D = T["titledesc"]
        k = np.array([held_doc(d) for d in D["doc"]]) if val else np.zeros(len(D["doc"]), bool)
        self.td_a, self.td_b = D["a"][~k], D["b"][~k]
        if val:
            self.val_td = (D["a"][k], D["b"][k])
            held.update(int(x) for x in D["b"][k])
        self.held = held
        pr = T["prose"]["text"]
        if held:
            hs = np.array(sorted(held))
            pr = pr[~np.isin(pr, hs)]
        self.prose = pr
        O = T["own"]
        dom = np.array([d in HELD_DOMAINS for d in O["domain"]], bool) if val else np.zeros(len(O["domain"]), bool)
        names = sorted(set(O["label"])); ix = {n: i for i, n in enumerate(names)}
        lab = np.array([ix[n] for n in O["label"]], np.int32)
        self.own_names = names
        k = ~dom & (not not own)
        self.own_text, self.own_label, self.own_lang, self.own_aug = O["text"][k], lab[k], O["lang"][k], O["aug"][k]
        G = T["grammar"]
        names = sorted(set(G["label"])); ix = {n: i for i, n in enumerate(names)}
        gl = np.array([ix[n] for n in G["label"]], np.int32)
        gk = np.array([not (val and n.split(".")[0] in HELD_OBJECTS) for n in G["label"]])
        self.gram_names, self.gram_text, self.gram_label = names, G["text"][gk], gl[gk]
        k = dom & ~O["aug"]
        self.val_own = (O["text"][k], lab[k], O["lang"][k])
        if pairs:
            self.add_pairs(pairs)

    def add_pairs(self, quota):
        """Inserts a pseudo-word after every word that begins a frequent pair of words (Latin, Cyrillic, Arabic).

        quota: {script: pairs kept}. Sets pair_words (list of (script, "a b")), replaces ptr and tok; pair words have ids from
        len(words) on.
        """
        n = len(self.words)
        kind = np.array([k for k, _ in self.words], np.int8)
        a, b = self.tok[:-1].astype(np.int64), self.tok[1:].astype(np.int64)
        ok = np.isin(kind[a], (1, 2, 3)) & (kind[a] == kind[b])
        ok[self.ptr[1:-1][self.ptr[1:-1] < len(self.tok)] - 1] = False     # not across texts
        # counts from the training texts only
        use = np.zeros(len(self.ptr) - 1, np.float32)
        for t, w in ((self.parallel.ravel(), 1.0), (self.noen.ravel(), 0.2), (self.lex_text, 1.0), (self.intent_text, 1.0), (self.pair_a, 1.0), (self.pair_b, 1.0),
                     (self.qa_a, 0.5), (self.qa_b, 0.5), (self.td_a, 0.5), (self.own_text, 2.0), (self.gram_text, 0.3)):
            use[np.unique(t[t >= 0])] = w
        per = np.repeat(use, np.diff(self.ptr))[:-1]
        key = a * n + b
        pos = np.nonzero(ok)[0]
        u, inv = np.unique(key[pos], return_inverse=True)
        cnt = np.bincount(inv, weights=per[pos])
        k1 = kind[u // n]
        keep = np.zeros(len(u), bool)
        for s, q in quota.items():
            i = np.nonzero((k1 == s) & (cnt >= 3))[0]
            keep[i[np.argsort(-cnt[i], kind="stable")][:q]] = True
        new = np.full(len(u), -1, np.int64)
        new[keep] = np.arange(keep.sum())
        self.pair_words = [(int(kind[x // n]), self.words[x // n][1] + " " + self.words[x % n][1]) for x in u[keep]]
        self.pair_count = cnt[keep]
        ins = np.full(len(self.tok), -1, np.int64)
        ins[pos] = new[inv]
        has = ins >= 0
        shift = np.cumsum(has) - has
        out = np.zeros(len(self.tok) + has.sum(), np.int32)
        at = np.arange(len(self.tok)) + shift
        out[at] = self.tok
        out[at[has] + 1] = n + ins[has]
        add = np.concatenate([[0], np.cumsum(has)])
        self.ptr = self.ptr + add[self.ptr]
        self.tok = out
        self.len = np.diff(self.ptr).astype(np.int32)
