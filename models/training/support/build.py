"""Turns the hand-written sources (src/*.txt) into phrasings.tsv: lang, domain, intent, text.

src/en-*.txt   "@domain" lines, then "intent: phrasing | phrasing | ..."
src/xl-*.txt   "@domain" lines, then "= intent" blocks with "xx: phrasing | phrasing" lines, xx a language code
"""
import glob, os
here = os.path.dirname(os.path.abspath(__file__))
out, seen = [], set()
dom_of = {}


def put(lang, dom, intent, text):
    text = " ".join(text.split())
    k = (lang, text.lower())
    if text and k not in seen:
        seen.add(k)
        out.append("\t".join([lang, dom, intent, text]))


for f in sorted(glob.glob(os.path.join(here, "src", "en-*.txt"))):
    dom = ""
    for line in open(f, encoding="utf-8"):
        line = line.strip()
        if line.startswith("@"):
            dom = line[1:]
        elif line and not line.startswith("#"):
            k, v = line.split(":", 1)
            dom_of.setdefault(k, dom)
            for t in v.split("|"):
                put("en", dom, k, t)
for f in sorted(glob.glob(os.path.join(here, "src", "xl-*.txt"))):
    k = None
    for line in open(f, encoding="utf-8"):
        line = line.strip()
        if line.startswith("="):
            k = line[1:].strip()
            assert k in dom_of, k
        elif line and not line.startswith("#"):
            l, v = line.split(":", 1)
            assert l in ("zh", "es", "de", "fr", "pt", "ar", "ru", "ja"), line
            for t in v.split("|"):
                put(l, dom_of[k], k, t)
for line in open(os.path.join(here, "src", "answers-en.txt"), encoding="utf-8"):
    if ":" in line:
        k, v = line.split(":", 1)
        out.append("\t".join(["en", "answer:" + dom_of[k], k, " ".join(v.split())]))
n = 0
for line in [x for f in sorted(glob.glob(os.path.join(here, "src", "syn-en*.txt"))) for x in open(f, encoding="utf-8")]:
    if "|" in line and not line.startswith("#"):
        n += 1
        for t in line.split("|"):
            # a word may stand in several groups
            out.append("\t".join(["en", "syn", "group%d" % n, " ".join(t.split())]))
with open(os.path.join(here, "phrasings.tsv"), "w", encoding="utf-8") as f:
    f.write("lang\tdomain\tintent\ttext\n" + "\n".join(out) + "\n")
import random, sys
sys.path.insert(0, here)
import grammar
g = sorted(set(grammar.generate(random.Random(1))))
with open(os.path.join(here, "grammar.tsv"), "w", encoding="utf-8") as f:
    f.write("lang\tlabel\ttext\n" + "\n".join("\t".join(x) for x in g) + "\n")
print(len(g), "from the grammar")
print(len(out), "phrasings,", len(dom_of), "intents")
