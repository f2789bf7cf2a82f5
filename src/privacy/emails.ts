import type { Found } from './found.ts';
import type { View } from './view.ts';

const atWords = 'at|ät|bei|chez|arroba|arobase|собака|собачка|آت|أت|ات|艾特|圈a|アット(?:マーク)?|あっと(?:まーく)?';
const dotWords = 'dot|punkt|point|punto|ponto|точка|тчк|دوت|نقطة|نقطه|点|點|ドット|どっと';
const signs = new RegExp(
  `(?<sign>@(?! )| @ )|(?<bracketed>\\s{0,2}[([{<]\\s?(?:${atWords}|@)\\s?[)\\]}>]\\s{0,2})|(?<word>(?<=[\\p{L}\\d])(?:\\s{1,2}(?:${atWords})\\s{1,2}|艾特|圈a|アットマーク)(?=[\\p{L}\\d]))`,
  'gu',
);
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const asciiLabel = '[a-zà-ɏЀ-ӿα-ω\\d](?:[a-zà-ɏЀ-ӿα-ω\\d-]{0,61}[a-zà-ɏЀ-ӿα-ω\\d])?';
/** Chinese and Japanese go on without a space. */
const alphabeticEnd = '(?![a-zà-ɏЀ-ӿα-ω\\d])';
const spokenDot = `(?:\\s{0,2}[([{<]\\s?(?:${dotWords}|\\.)\\s?[)\\]}>]\\s{0,2}|\\s{1,2}(?:${dotWords})\\s{1,2}|\\s{1,2}\\.\\s{0,2})`;
const endings =
  'com|net|org|info|io|de|fr|es|pt|br|ru|рф|ру|ком|cn|jp|co|uk|us|eu|edu|gov|me|app|dev|shop|store|biz|at|ch|be|nl|it|pl|mx|ar|cl|pe|sa|ae|eg|kw|qa|ma|tn|dz|kz|by|ua|tw|hk|sg|in|ca|au|nz|ie|كوم|コム';
const providers =
  'gmail|googlemail|outlook|hotmail|live|yahoo|icloud|proton(?:mail)?|gmx|aol|mail|yandex|qq|163|126|sina|foxmail|naver|web|posteo';

const dotted = new RegExp(`${asciiLabel}(?:\\.${asciiLabel}){0,8}\\.[a-zà-ɏЀ-ӿα-ω]{2,24}${alphabeticEnd}`, 'uy');
const foreign = new RegExp(`${label}(?:\\.${label}){0,8}\\.\\p{L}{2,24}`, 'uy');
const spoken = new RegExp(`${asciiLabel}(?:(?:\\.|${spokenDot})${asciiLabel}){0,3}${spokenDot}(?:${endings})${alphabeticEnd}`, 'uy');
const known = new RegExp(`(?:${providers})\\.(?:co\\.)?(?:${endings})${alphabeticEnd}`, 'uy');

/** With a comma or another language's full stop for the dot: a slip where the provider is known. */
const slipped = new RegExp(`(?:${providers})[,，。、．](?:co[.,])?(?:${endings})${alphabeticEnd}`, 'uy');

const longestLocal = 64;
const localPunctuation = "._%+-'&=~!#$*/";
/** "Look at shop dot com" is no address. */
const notNames =
  /^(?:look(?:ed|ing)?|bought|buy|order(?:ed)?|shop(?:ped)?|found|saw|see|is|was|are|me|us|it|and|or|here|available|sold|out|back|online|only)$/;

/** Addresses as they are written, internationalised, or spelt out to hide them ("name at mail dot com"). */
export function findEmails(view: View): Found[] {
  const found: Found[] = [];
  for (const match of view.lower.matchAll(signs)) {
    const at = match.index;
    const end = endOfDomain(view.lower, at + match[0].length, match.groups?.word !== undefined);
    if (end === undefined) continue;
    const start = startOfLocal(view.lower, at);
    if (start === undefined) continue;
    if (match.groups?.word !== undefined && notNames.test(view.lower.slice(start, at))) continue;
    found.push({ type: 'email', start, end });
  }
  return found;
}

function endOfDomain(text: string, from: number, isWord: boolean): number | undefined {
  const patterns = isWord ? [spoken, known, slipped] : [spoken, dotted, slipped, foreign];
  for (const pattern of patterns) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match !== null && /\p{L}{2,}$|\p{L}$/u.test(match[0])) return from + match[0].length;
  }
  return undefined;
}

type Script = 'alphabetic' | 'arabic' | 'east-asian';

function scriptOf(character: string): Script | undefined {
  if (/\d/.test(character)) return undefined;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u.test(character)) return 'east-asian';
  return /\p{Script=Arabic}/u.test(character) ? 'arabic' : 'alphabetic';
}

/** Goes back over letters of one script: Chinese and Japanese put no space before an address. */
function startOfLocal(text: string, at: number): number | undefined {
  let script: Script | undefined;
  let start = at;
  while (start > 0 && at - start < longestLocal) {
    const character = text[start - 1] as string;
    if (/[\p{L}\p{N}\p{M}]/u.test(character)) {
      const own = scriptOf(character);
      script ??= own;
      if (own !== undefined && own !== script) break;
    } else if (!localPunctuation.includes(character)) break;
    start -= 1;
  }
  if (script === 'east-asian') start += /^.*(?:是|为|叫|は|邮箱|邮件|地址|メール|アドレス)/u.exec(text.slice(start, at))?.[0].length ?? 0;
  while (start < at && localPunctuation.includes(text[start] as string)) start += 1;
  return start < at ? start : undefined;
}
