"""Writes and reads the shipped form of the encoder. SPEC.md describes the bytes; `Encoder` is the reference reader.

core.bin      magic, dimension, parts, norm table, codebooks, optional mixing layer
<shard>.bin   magic, rows, sorted feature hashes (delta varints), one norm byte and M code bytes a row
"""
import hashlib, json, os, struct
import numpy as np
from textnorm import words, features, shard_of, SHARDS

MAGIC_CORE, MAGIC_SHARD = b"EAC1", b"EAS1"


def feature_hash(s):
    """32-bit hash of a feature string: FNV-1a over its UTF-16 code units, low byte first, then the murmur3 finaliser."""
    h = 0x811C9DC5
    for u in struct.unpack("<%dH" % len(s), s.encode("utf-16-le")):
        h = ((h ^ (u & 255)) * 0x01000193) & 0xFFFFFFFF
        h = ((h ^ (u >> 8)) * 0x01000193) & 0xFFFFFFFF
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & 0xFFFFFFFF
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & 0xFFFFFFFF
    h ^= h >> 16
    return h


def varint(n):
    out = bytearray()
    while n >= 128:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def norm_table(norms):
    """256 float32 levels, geometric between the smallest and largest norm that matter; level 0 is zero."""
    hi = float(norms.max())
    lo = max(float(np.quantile(norms, 0.001)), hi / 2000)
    t = np.zeros(256, np.float32)
    t[1:] = lo * (hi / lo) ** (np.arange(255) / 254.0)
    return t


def write(out, q, feats, p, mix=None, version="1"):
    """q: dict(norm [V], cb [M,256,k], codes [V,M]); feats: V strings; mix: (A, a, B, b) or None."""
    os.makedirs(out, exist_ok=True)
    M, _, k = q["cb"].shape
    d = M * k
    sc = np.abs(q["cb"]).reshape(M, -1).max(1) / 127.0
    cb8 = np.rint(q["cb"] / sc[:, None, None]).astype(np.int8)
    nt = norm_table(q["norm"])
    lev = np.abs(np.log(np.maximum(q["norm"], nt[1] * 0.5))[:, None] - np.log(nt[1:])[None]).argmin(1) + 1 if len(q["norm"]) < 1000 else \
        np.clip(np.rint(np.log(np.maximum(q["norm"], nt[1]) / nt[1]) / np.log(nt[2] / nt[1])), 0, 254).astype(int) + 1
    lev[q["norm"] < nt[1] * 0.5] = 0
    core = MAGIC_CORE + struct.pack("<HHHHf", d, M, k, 0 if mix is None else mix[0].shape[0], p)
    core += nt.astype("<f4").tobytes() + sc.astype("<f4").tobytes() + cb8.tobytes()
    if mix is not None:
        A, a, B, b = mix                      # A [h, d], B [d, h]
        for W, c in ((A, a), (B, b)):
            s = np.abs(W).max(1) / 127.0
            core += s.astype("<f4").tobytes() + c.astype("<f4").tobytes() + np.rint(W / s[:, None]).astype(np.int8).tobytes()
    files = [("core", core, 0)]
    sh = np.array([shard_of(f) for f in feats])
    for i, name in enumerate(SHARDS):
        rows = {}
        for r in np.nonzero((sh == i) & (lev > 0))[0]:
            h = feature_hash(feats[r])
            if h not in rows:                 # feats come most useful first; a collision keeps the first
                rows[h] = r
        hs = sorted(rows)
        r = np.array([rows[h] for h in hs], np.int64)
        body, last = bytearray(), -1
        for h in hs:
            body += varint(h - last - 1)
            last = h
        head = MAGIC_SHARD + struct.pack("<BBHII", i, M, 0, len(hs), len(body))
        files.append((name, head + bytes(body) + lev[r].astype(np.uint8).tobytes() + q["codes"][r].tobytes(), len(hs)))
    man = dict(format="edge-agent-encoder", formatVersion=1, version=version, dimension=int(d), parts=int(M), languages="zh en es de fr pt ar ru ja".split(), files=[])
    for name, data, n in files:
        open(os.path.join(out, name + ".bin"), "wb").write(data)
        man["files"].append(dict(name=name, file=name + ".bin", bytes=len(data), rows=n, sha256=hashlib.sha256(data).hexdigest()))
    man["bytes"] = sum(f["bytes"] for f in man["files"])
    # identifies the vectors: a pack made with another encoder must not be compared with this one
    man["id"] = hashlib.sha256("".join(f["sha256"] for f in man["files"]).encode()).hexdigest()[:16]
    json.dump(man, open(os.path.join(out, "manifest.json"), "w"), indent=1)
    return man


class Encoder:
    """Reference reader. All arithmetic is IEEE double in the order written here; only table values are float32."""

    def __init__(self, folder):
        c = open(os.path.join(folder, "core.bin"), "rb").read()
        assert c[:4] == MAGIC_CORE
        self.d, self.M, self.k, self.h, self.p = struct.unpack_from("<HHHHf", c, 4)
        self.p = round(self.p, 4)
        o = 16
        take = lambda n, t: np.frombuffer(c, t, n, o)
        self.norms = take(256, "<f4").astype(np.float64); o += 1024
        sc = take(self.M, "<f4").astype(np.float64); o += 4 * self.M
        self.cb = take(self.d * 256, np.int8).reshape(self.M, 256, self.k).astype(np.float64) * sc[:, None, None]; o += self.d * 256
        self.mix = None
        if self.h:
            m = []
            for rows, cols in ((self.h, self.d), (self.d, self.h)):
                s = take(rows, "<f4").astype(np.float64); o += 4 * rows
                b = take(rows, "<f4").astype(np.float64); o += 4 * rows
                W = take(rows * cols, np.int8).reshape(rows, cols).astype(np.float64) * s[:, None]; o += rows * cols
                m += [W, b]
            self.mix = m
        assert o == len(c)
        self.row = {}
        for i, name in enumerate(SHARDS):
            b = open(os.path.join(folder, name + ".bin"), "rb").read()
            assert b[:4] == MAGIC_SHARD
            sid, M, _, n, hb = struct.unpack_from("<BBHII", b, 4)
            assert sid == i and M == self.M
            o, h = 16, -1
            hs = []
            for _ in range(n):
                s = v = 0
                while True:
                    x = b[o]; o += 1
                    v |= (x & 127) << s
                    s += 7
                    if x < 128:
                        break
                h += v + 1
                hs.append(h)
            assert o == 16 + hb
            lev = np.frombuffer(b, np.uint8, n, o)
            codes = np.frombuffer(b, np.uint8, n * M, o + n).reshape(n, M)
            assert o + n + n * M == len(b)
            for j, h in enumerate(hs):
                self.row[(i, h)] = (lev[j], codes[j])
        self.cache = {}
        self.ar = np.arange(self.M)

    def find(self, f):
        return self.row.get((shard_of(f), feature_hash(f)))

    def word(self, kw):
        v = self.cache.get(kw)
        if v is None:
            v = np.zeros(self.d)
            n = 0
            for f in features(*kw):
                r = self.find(f)
                if r is not None:
                    v = v + self.norms[r[0]] * self.cb[self.ar, r[1]].reshape(-1)
                    n += 1
            if n > 1:
                v = v * (1.0 / np.sqrt(n) if self.p == 0.5 else float(n) ** -self.p)
            v = (v, n)
            self.cache[kw] = v
        return v

    def encode(self, text):
        """-> (float64 [d] of unit length or all zero, number of features found)."""
        x = np.zeros(self.d)
        found = 0
        for kw in words(text):
            v, n = self.word(kw)
            x = x + v
            found += n
        n = np.sqrt(np.cumsum(x * x)[-1])
        if n < 1e-9:
            return np.zeros(self.d), 0
        x = x / n
        if self.mix is not None:
            A, a, B, b = self.mix
            y = np.maximum(A @ x + a, 0.0)
            x = x + (B @ y + b)
            x = x / np.sqrt(np.cumsum(x * x)[-1])
        return x, found

    def __call__(self, texts):
        return np.array([self.encode(t)[0] for t in texts], np.float32)
