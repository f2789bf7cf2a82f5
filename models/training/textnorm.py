"""Text normalisation, word splitting and sub-word features of the encoder.

Everything here is meant to be ported to TypeScript one to one, so it uses only
NFKC / NFKD / NFC, lower-casing and fixed code-point ranges (see SPEC.md).

Terms
-----
word     a run of letters of one script ("latin", "cyrillic", "arabic"), a run of
         digits, one currency sign, or, in Han and kana text, one *position* (a
         window of up to three characters that starts there).
feature  a string looked up in the vocabulary. A word has one or more features.
"""
import unicodedata

MAX_CHARS = 2000      # code points read from the raw text; the rest is ignored
MAX_WORDS = 256       # words kept of one text
MAX_WORD_LEN = 32     # letters of one word that are looked at

# script classes of one code point (after normalisation)
NONE, LATIN, CYRILLIC, ARABIC, HAN, KANA, DIGIT, SIGN, OTHER = range(9)

_MAP = {
    0x00DF: "ss", 0x00E6: "ae", 0x0153: "oe", 0x00F8: "o", 0x0142: "l",
    0x0111: "d", 0x0131: "i", 0x00F0: "d", 0x00FE: "th",
    # Arabic letter variants that writers use interchangeably
    0x0622: "\u0627", 0x0623: "\u0627", 0x0625: "\u0627", 0x0671: "\u0627",
    0x0649: "\u064A", 0x0629: "\u0647", 0x06A9: "\u0643", 0x06CC: "\u064A",
}
for _i in range(10):
    _MAP[0x0660 + _i] = chr(48 + _i)
    _MAP[0x06F0 + _i] = chr(48 + _i)

_DROP = set(range(0x0300, 0x0370)) | set(range(0x0610, 0x061B)) | set(range(0x064B, 0x0660)) \
    | {0x0640, 0x0670, 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF} | set(range(0xFE00, 0xFE10)) \
    | set(range(0x200E, 0x2010)) | set(range(0x202A, 0x202F))

_SIGNS = {0x24, 0xA3, 0xA5, 0x20AC, 0x20BD, 0x25}
# after an apostrophe these endings stay with the word ("don't" -> "dont"); anything else starts a new word ("l'article")
_TAILS = {"t", "s", "ll", "re", "ve", "m", "d"}
_APOS = {0x27, 0x2019, 0x02BC, 0x2018, 0xB4, 0x60}


def script_of(c):
    """Script class of one normalised code point (int)."""
    if 0x61 <= c <= 0x7A:
        return LATIN
    if 0x30 <= c <= 0x39:
        return DIGIT
    if c < 0x80:
        return SIGN if c in _SIGNS else NONE
    if c in _SIGNS:
        return SIGN
    if 0xDF <= c <= 0x24F and c != 0xF7 or 0x1E00 <= c <= 0x1EFF:
        return LATIN
    if 0x400 <= c <= 0x52F:
        return CYRILLIC
    if 0x620 <= c <= 0x64A or 0x66E <= c <= 0x6D3 or 0x750 <= c <= 0x77F:
        return ARABIC
    if 0x3041 <= c <= 0x3096 or 0x30A1 <= c <= 0x30FA or c == 0x30FC:
        return KANA
    if 0x3400 <= c <= 0x4DBF or 0x4E00 <= c <= 0x9FFF or c == 0x3005:
        return HAN
    if 0x370 <= c <= 0x3FF or 0x530 <= c <= 0x5FF or 0x700 <= c <= 0x1CFF or 0x1F00 <= c <= 0x1FFF \
            or 0xA000 <= c <= 0xABFF or 0xAC00 <= c <= 0xD7A3 or c >= 0x10000:
        return OTHER
    return NONE


def normalise(text):
    """Raw text -> normalised text. Lone surrogates become U+FFFD (no script, so a break)."""
    text = text[:MAX_CHARS]
    text = "".join("\ufffd" if 0xD800 <= ord(ch) <= 0xDFFF else ch for ch in text)
    text = unicodedata.normalize("NFKC", text).lower()
    text = unicodedata.normalize("NFKD", text)
    # marks first: NFKD has split accents off their letters
    out = []
    for ch in text:
        c = ord(ch)
        if c in _DROP:
            continue
        out.append(ch)
    text = unicodedata.normalize("NFC", "".join(out))
    return "".join(_MAP.get(ord(ch), ch) for ch in text)


_ASCII_SCRIPT = [script_of(i) for i in range(128)]


def words(text):
    """Text -> list of (script, word). See the module docstring for what a word is."""
    s = normalise(text)
    out = []
    n = len(s)
    i = 0
    while i < n and len(out) < MAX_WORDS:
        c = ord(s[i])
        k = _ASCII_SCRIPT[c] if c < 128 else script_of(c)
        if k == NONE or k == OTHER:
            i += 1
            continue
        if k == SIGN:
            out.append((SIGN, s[i]))
            i += 1
            continue
        if k == HAN or k == KANA:
            # one word a position; the window does not leave the Han/kana run
            w = s[i]
            j = i + 1
            while j < n and j < i + 3 and script_of(ord(s[j])) in (HAN, KANA):
                w += s[j]
                j += 1
            # mark a window that ends the run, so that windows are unambiguous
            out.append((k, w))
            i += 1
            continue
        j = i + 1
        while j < n:
            d = ord(s[j])
            kd = _ASCII_SCRIPT[d] if d < 128 else script_of(d)
            if kd == k:
                j += 1
                continue
            break
        w = s[i:j]
        if k == LATIN:
            # apostrophe + English tail
            if j < n and ord(s[j]) in _APOS:
                e = j + 1
                while e < n and script_of(ord(s[e])) == LATIN:
                    e += 1
                if s[j + 1:e] in _TAILS:
                    w += s[j + 1:e]
                    j = e
        out.append((k, w[:MAX_WORD_LEN]))
        i = j
    return out


NGRAM_MIN, NGRAM_MAX = 3, 5


def features(script, w):
    """Feature strings of one word; the first is the word itself.

    latin/cyrillic/arabic: the word "<word>" and its character 3..5-grams with "<" and ">" as ends.
    han/kana: the character, the pair and the triple that start at this position.
    digits: the number itself when it has at most four digits, and its length class.
    """
    if script in (LATIN, CYRILLIC, ARABIC):
        b = "<" + w + ">"
        out = [b]
        lb = len(b)
        for m in range(NGRAM_MIN, NGRAM_MAX + 1):
            if m >= lb:
                break
            for i in range(lb - m + 1):
                out.append(b[i:i + m])
        return out
    if script in (HAN, KANA):
        return [w[:m] for m in range(len(w), 0, -1)]
    if script == DIGIT:
        out = ["#%d" % min(len(w), 9)]
        if len(w) <= 4:
            out.insert(0, "=" + w)
        return out
    return ["$" + w]


SHARDS = ["common", "latin", "cyrillic", "arabic", "han", "kana"]


def shard_of(feature):
    """Index into SHARDS of the one shard that a feature belongs to."""
    best = 0
    for ch in feature:
        k = script_of(ord(ch))
        if k == LATIN:
            return 1
        if k == CYRILLIC:
            return 2
        if k == ARABIC:
            return 3
        if k == KANA:
            return 5
        if k == HAN:
            best = 4
    return best
