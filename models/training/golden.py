"""Writes golden.json: texts with the reference reader's word counts and vectors, for the TypeScript reader to be tested against."""
import argparse, json, os, random
import numpy as np
from export import Encoder
from textnorm import words

BAD = ["", " ", "a", "?", "!!!", "1", "12", "123456", "4711 0815", "\ud800", "a\udc00b", "\ud83d\ude00", "x" * 50000, "ab " * 20000,
       "\u0000", "\ufeffhello", "한국어 문장", "ελληνικά", "עברית", "ไทย", "हिन्दी", "ﷺ", "①②③", "ｆｕｌｌ　ｗｉｄｔｈ", "ﾊﾝｶｸ", "が", "か\u3099", "e\u0301",
       "İstanbul", "straße STRASSE", "œuvre cœur", "don't can't l'eau d'accord aujourd'hui", "it’s", "rock'n'roll", "50% off $20 €30 £5 ¥100",
       "iPhone 15 Pro Max", "wi-fi e-mail 5G", "user@example.com", "https://example.com/a?b=c", "١٢٣ طلب", "۱۲۳", "مُحَمَّد ـــ", "ёлка ЙОД",
       "スーパーマーケット", "々", "ー", "中文English混合text", "注文ID12345の状況", "Где мой iPhone?", "🙂 my order 🙂", "\u202eabc", "a\u00adb", "ﬁne", "Ǆ ǅ ǆ", "ŉ", "ΣΑΣ"]


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--encoder", required=True)
    p.add_argument("--phrasings", required=True)
    p.add_argument("--off-topic", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    E = Encoder(a.encoder)
    rng = random.Random(5)
    rows = [l.rstrip("\n").split("\t") for l in open(a.phrasings, encoding="utf-8")][1:]
    rows = [r for r in rows if r[1] != "syn"]
    by = {}
    for r in rows:
        by.setdefault(r[0], []).append(r[3])
    texts = []
    for l in sorted(by):
        texts += rng.sample(by[l], 24)
    off = {}
    for l in list(open(a.off_topic, encoding="utf-8"))[1:]:
        k, t = l.rstrip("\n").split("\t")
        off.setdefault(k, []).append(t)
    for l in sorted(off):
        texts += rng.sample(off[l], 8)
    cases = []
    for t in texts + BAD:
        w = words(t)
        v, found = E.encode(t)
        c = dict(wordCount=len(w), found=int(found), first8=[float("%.7g" % x) for x in v[:8]], sum=float("%.7g" % v.sum()))
        if len(t) > 1000:
            c["text"] = t[:4]; c["repeatTo"] = len(t); c["unit"] = "x" if t[0] == "x" else "ab "
        else:
            c["text"] = t
        cases.append(c)
    sim = []
    for x, y in [("where is my order", "track my parcel"), ("where is my order", "wo bleibt meine bestellung"), ("where is my order", "我的订单在哪里"),
                 ("where is my order", "أين طلبي"), ("where is my order", "где мой заказ"), ("where is my order", "注文はどこですか"), ("where is my order", "i like bananas")]:
        sim.append([x, y, float("%.6g" % float(E.encode(x)[0] @ E.encode(y)[0]))])
    man = json.load(open(os.path.join(a.encoder, "manifest.json")))
    line = lambda x: json.dumps(x, ensure_ascii=True)
    with open(a.out, "w") as f:
        f.write('{"encoder": %s, "tolerance": 1e-6, "cases": [\n%s\n], "similarities": %s}\n' % (line(man["id"]), ",\n".join(map(line, cases)), line(sim)))
    print(len(cases), "cases")
    for s in sim:
        print(s)


main()
