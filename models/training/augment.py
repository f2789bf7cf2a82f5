"""Polite wrappers and typing errors for hand-written phrasings (deterministic, seeded by the text)."""
import random

WRAP = {
    "en": (["hi, ", "hello, ", "hey ", "good morning, ", "can you tell me ", "please help: ", "i'd like to know ", "quick question, ",
            "could you help me, ", "excuse me, ", "i have a question, ", "sorry, ", "ok so ", "hi there, i need help. ", "i was wondering ",
            "do you know ", "um ", "is there any way ", "please tell me "],
           [" please", " thanks", "?", " asap", " thank you", ", can you help", ", what now", " any idea?", ", i need to know", "??", " pls"]),
    "de": (["hallo, ", "guten tag, ", "ich hätte eine frage: ", "können sie mir sagen, ", "bitte: ", "entschuldigung, "], [" bitte", " danke", ", können sie helfen?", "?"]),
    "es": (["hola, ", "buenas, ", "una pregunta, ", "me puede decir ", "necesito ayuda: ", "disculpe, "], [" por favor", " gracias", "?", ", me ayudan?"]),
    "fr": (["bonjour, ", "salut, ", "j'ai une question : ", "pouvez-vous me dire ", "svp ", "excusez-moi, "], [" s'il vous plaît", " merci", " ?", ", pouvez-vous m'aider"]),
    "pt": (["olá, ", "oi, ", "uma dúvida, ", "pode me dizer ", "preciso de ajuda: ", "boa tarde, "], [" por favor", " obrigado", "?", ", pode ajudar?"]),
    "ru": (["здравствуйте, ", "привет, ", "подскажите, ", "у меня вопрос: ", "помогите, ", "скажите пожалуйста "], [" пожалуйста", " спасибо", "?", ", помогите"]),
    "ar": (["مرحبا، ", "السلام عليكم، ", "عندي سؤال: ", "هل يمكنك إخباري ", "لو سمحت "], [" من فضلك", " شكرا", "؟"]),
    "zh": (["你好，", "请问", "我想问一下，", "麻烦问下", "帮我看看，"], ["，谢谢", "？", "吗", "怎么办"]),
    "ja": (["すみません、", "こんにちは、", "質問です。", "教えてください、", "ちょっと聞きたいのですが、"], ["をお願いします", "ありがとう", "？", "どうすればいいですか"]),
}
KEYS = {c: n for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for i, c in enumerate(row) for n in [row[max(0, i - 1):i] + row[i + 1:i + 2]]}


def typo(text, rng):
    """One keyboard slip in a word of at least four letters."""
    idx = [i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i - 1].isalpha() and text[i + 1].isalpha()]
    if not idx:
        return text
    i = rng.choice(idx)
    k = rng.randrange(4)
    if k == 0:
        return text[:i] + text[i + 1:]
    if k == 1:
        return text[:i] + text[i] + text[i:]
    if k == 2:
        return text[:i] + text[i + 1] + text[i] + text[i + 2:]
    c = KEYS.get(text[i].lower(), "")
    return text[:i] + (rng.choice(c) if c else text[i]) + text[i + 1:]


def variants(text, lang, n=3):
    """n noisy variants of a phrasing."""
    rng = random.Random(lang + text)
    pre, post = WRAP[lang]
    out = []
    for _ in range(n):
        t = text
        r = rng.random()
        if r < 0.45:
            t = rng.choice(pre) + t
        elif r < 0.65:
            t = t + rng.choice(post)
        elif r < 0.75:
            t = rng.choice(pre) + t + rng.choice(post)
        if lang in ("en", "de", "es", "fr", "pt", "ru") and rng.random() < 0.5 and len(t) > 8:
            t = typo(t, rng)
            if len(t) > 30 and rng.random() < 0.4:
                t = typo(t, rng)
        if t != text:
            out.append(t)
    return out
