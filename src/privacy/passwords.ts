import { type Found, placeholderPattern } from './found.ts';
import type { View } from './view.ts';

/** Words for a password, for a code that is dialled, and for a code of letters and digits, in the nine languages. */
const words =
  '(?<password>(?<![\\p{L}\\d[])(?:pass(?=[\\x22\\x27]?\\s?[:=])|pass ?words?|passwd|pass ?phrase|pass ?code|pwd?|passwor[dt]e?|kennw(?:ort|örter)|contraseñas?|contrasenas?|clave|mots? de passe|mdp|senhas?|palavras?[- ]passe|парол[ья]\\S{0,2}|كلم[ةه] (?:ال)?(?:سر|مرور)|كلمات السر|كلمتي السرية|رمز الدخول|access code|zugangs(?:code|daten)|zugriffscode|code d.acc[eè]s|c[oó]digo de acces?so|код доступа)(?![\\p{L}])|密码|口令|密碼|パスワード|パスコード|アクセスコード|合言葉)' +
  '|(?<pin>(?<![\\p{L}\\d])(?:pin[- ]?code|pin-?nummer|pin|code pin|пин(?:-?код)?|cvv2?|cvc2?|csc|otp|security code|verification code|one[- ]time code|tan|sicherheitscode|bestätigungscode|prüf(?:nummer|ziffer)|code de s[eé]curit[eé]|code de v[eé]rification|cryptogramme|c[oó]digo de seguridad|c[oó]digo de verificaci[oó]n|c[oó]digo de segurança|c[oó]digo de verificação|код (?:безопасности|подтверждения)|الرقم السري|رمز التحقق|رمز الأمان|رمز الأمان)(?![\\p{L}])|支付密码|验证码|安全码|校验码|暗証番号|認証コード|セキュリティコード)';

const cue = new RegExp(words, 'gu');

/** "is", "was" and their like. */
const being = "is|was|are|=|equals|ist|war|lautet|lautete|heißt|est|était|etait|c'est|c’est|es|era|é|e|era|это|был|была|هي|هو|كانت|كان";
const afterWords = new RegExp(
  `(?:["']?\\s{0,2}(?:[:：=]|\\s-)\\s{0,3}|(?:\\s{1,2}[^\\s.,;:!?。！？\\d\\[\\]]{1,14}){0,3}?(?:\\s{0,2}[:：=]\\s{0,2}|\\s-\\s|\\s{0,2}(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}])(?:${being})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}])\\s{0,2}[:：]?\\s{0,2}|\\s?(?:是|为|為|は)[:：]?\\s?))`,
  'uy',
);
const quoted = /["'“”„«»「『](?<inner>[^"“”„«»「」『』\n[\]]{3,64})["'“”«»」』]/uy;
const notPlaceholder = `(?!${placeholderPattern.source})`;
const token = new RegExp(`(?:${notPlaceholder}[^\\s「」『』"“”„«»]){3,128}`, 'uy');
const asciiToken = new RegExp(`(?:${notPlaceholder}[!-~]){3,128}`, 'uy');
const shortNumber = /\d{3,8}(?![\d.,]*\d|[\p{Script=Latin}%])/uy;

/** Ordinary words after "the password is": states, not secrets. */
const states = new Set(
  `wrong incorrect invalid expired forgotten lost weak strong correct right safe secure short long case not the too being set changed required needed working blocked locked stolen hacked leaked compromised good fine bad still always never now also asked saved stored rejected accepted refused displayed shown visible empty missing mandatory optional same different your reset broken gone unknown what how where why which there that this from sent sensitive old new only hidden protected default valid
falsch ungültig abgelaufen vergessen weg richtig korrekt nicht kein sicher unsicher kurz lang gesperrt geändert gespeichert nötig erforderlich leer bekannt unbekannt noch immer auch gleich schwach stark wie was warum welches weil das alt neu abgelehnt zurückgesetzt
incorrect incorrecte expiré oublié perdu faux bon bonne correct trop pas toujours bloqué changé refusé obligatoire nécessaire vide quel comment où faible court long accepté enregistré invalide valide nouveau ancien
incorrecta incorrecto inválida caducada olvidada perdida correcta muy demasiado válida bloqueada cambiada rechazada necesaria obligatoria vacía cual cuál cómo dónde débil corta larga aceptada siempre igual nueva vieja errónea
errada incorreta inválida expirada esquecida correta muito válida bloqueada alterada recusada necessária obrigatória vazia qual como onde fraca curta longa aceita aceite sempre igual nova velha
неверный неправильный забыт утерян верный правильный очень недействителен заблокирован изменён изменен нужен обязателен пустой какой как где слабый короткий длинный принят всегда новый старый тот такой
خاطئة غير صحيحة منتهية مفقودة صحيحة جدا مطلوبة فارغة ما كيف أين ضعيفة قصيرة طويلة مقبولة دائما جديدة قديمة لا ليست مرفوضة التي`.split(
    /\s+/,
  ),
);
/** After a plain word that is a password, the sentence ends or goes on like this. */
const goesOn =
  /^\s*(?:[.,;!?)\n。，、]|$|(?:until|and|but|before|since|und|bis|aber|et|mais|avant|y|pero|hasta|antes|и|но|до|а|قبل|و|لكن)(?!\p{L}))/u;

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Passwords, codes and PINs that follow the word for them; a password that does not work is no secret. */
export function findPasswords(view: View): Found[] {
  const found: Found[] = [];
  for (const match of view.lower.matchAll(cue)) {
    const end = match.index + match[0].length;
    const secret = match.groups?.pin === undefined ? passwordAfter(view, end) : numberAfter(view, end);
    if (secret !== undefined) found.push({ type: 'password', ...secret });
  }
  return found;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function numberAfter({ text, lower }: View, from: number): Range | undefined {
  const linked = match(afterWords, lower, from);
  for (const start of [from + (linked?.[0].length ?? 0), from + (/^[\s:=：(]{0,3}/.exec(text.slice(from, from + 4))?.[0].length ?? 0)]) {
    const number = match(shortNumber, text, start);
    if (number !== undefined) return { start, end: start + number[0].length };
  }
  return undefined;
}

function passwordAfter(view: View, from: number): Range | undefined {
  const { text, lower } = view;
  const linked = match(afterWords, lower, from);
  if (linked !== undefined) {
    const start = from + linked[0].length;
    const inQuotes = match(quoted, text, start);
    if (inQuotes !== undefined) return { start: start + 1, end: start + inQuotes[0].length - 1 };
    const range = tokenAt(text, start);
    if (range !== undefined && isSecret(text, range, !/[:=：]\s*$|-\s$/.test(linked[0]))) return range;
  }
  const gap = /^[\s"'“„«「(]{0,3}/.exec(text.slice(from, from + 4))?.[0] ?? '';
  // Only Chinese and Japanese write a password onto the word for it.
  const direct = gap !== '' || eastAsian.test(text[from - 1] as string) ? tokenAt(text, from + gap.length) : undefined;
  if (direct !== undefined && isStrong(text.slice(direct.start, direct.end))) return direct;
  if (linked !== undefined) return undefined;
  // "the wifi password of the guest network k9-x": the first strong word of the few that follow.
  for (const next of text.slice(from, from + 40).matchAll(/(?<=\s)[!-~]{5,40}/g)) {
    if (/[.!?;,。]/.test(text.slice(from, from + next.index))) return undefined;
    const range = tokenAt(text, from + next.index);
    if (range !== undefined && isStrong(text.slice(range.start, range.end))) return range;
  }
  return undefined;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** The next word without the punctuation around it; of one that goes on in Chinese or Japanese, the part before.
 * None starts with their letters, which run on without spaces. */
function tokenAt(text: string, start: number): Range | undefined {
  const first = text[start] ?? '';
  if (eastAsian.test(first)) return undefined;
  const isAscii = /[!-~]/.test(first);
  const shown = match(isAscii ? asciiToken : token, text, start)?.[0];
  if (shown === undefined) return undefined;
  const end = start + shown.replace(/[.,;:?)\]}'"，。、！？]+$/u, '').length;
  return end - start < 3 ? undefined : { start, end };
}

function isSecret(text: string, { start, end }: Range, isSaid: boolean): boolean {
  const shown = text.slice(start, end);
  if (isStrong(shown)) return true;
  if (/^\d{4,}$/.test(shown)) return !/^\s{0,2}\p{L}/u.test(text.slice(end)) || !isSaid;
  if (!/^[\p{L}!@#$%^&*_-]{3,}$/u.test(shown) || states.has(shown.toLowerCase().replace(/!+$/, ''))) return false;
  return goesOn.test(text.slice(end, end + 12));
}

/** Letters and digits together, or signs among them: no ordinary word looks like that. */
function isStrong(shown: string): boolean {
  if (shown.length < 4 || /^\d+$/.test(shown) || /^(?:https?:|www\.)/i.test(shown)) return false;
  return (
    (/\d/.test(shown) && /[^\d.,:;/%-]/.test(shown) && !/^\d+-?\p{L}{0,3}$/u.test(shown)) || /\p{L}[#$%^&*@!+=]+[\p{L}\d]/u.test(shown)
  );
}
