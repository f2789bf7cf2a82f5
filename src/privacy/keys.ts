import type { Found } from './found.ts';
import type { View } from './view.ts';

const from = (length: number, most = 250) => `{${length},${most}}`;

/** Beginnings that the services themselves publish, so that leaked keys can be found. */
const prefixed = [
  `sk-(?:ant-|proj-)?[\\w-]${from(18)}`,
  `(?:sk|pk|rk|rzp)_(?:live|test)_\\w${from(10)}`,
  `gh[pousr]_\\w${from(20)}|github_pat_\\w${from(20)}`,
  `glpat-[\\w-]${from(15)}`,
  `xox[abeprs]-[\\w-]${from(10)}`,
  '(?:AKIA|ASIA|AROA|AIDA|AGPA)[A-Z\\d]{12,20}',
  `AIza[\\w-]${from(30, 45)}`,
  `ya29\\.[\\w-]${from(20)}`,
  `(?:npm|hf|gsk|r8|whsec|dop_v1|doo_v1|lin_api|figd|dckr_pat|shpat|shpca|shppa|shpss|tok)_[\\w-]${from(16)}`,
  `pypi-[\\w-]${from(30)}`,
  `SG\\.[\\w-]${from(16)}\\.[\\w-]${from(16)}`,
  `sq0[a-z]{3}-[\\w-]${from(20)}`,
  `hooks\\.slack\\.com/(?:services|workflows|triggers)/[\\w/-]${from(20)}`,
  `xai-\\w${from(20)}|PMAK-[\\w-]${from(20)}|key-[0-9a-f]{32}`,
  '(?:AC|SK)[0-9a-f]{32}',
  `EAA[A-Za-z\\d]${from(30)}`,
  '\\d{8,10}:[\\w-]{35}',
  `eyJ[\\w-]${from(8, 2000)}\\.[\\w-]${from(4, 4000)}(?:\\.[\\w-]${from(0, 2000)})?`,
];
const prefixes = new RegExp(`(?<![A-Za-z\\d_])(?:${prefixed.join('|')})`, 'g');

/** The words before a token that say that it is one. */
const named =
  /(?<![a-z])(?:bearer|basic|(?:x-)?api[ _-]?key|secret[ _-]?key|client[ _-]?secret|(?:access|auth|refresh|bot)[ _-]?token|token|private[ _-]?key|cl[eé] api|chave de api|clave api|jeton|токен\S*|ключ\S*|رمز الوصول|مفتاح|密钥|令牌|apiキー|トークン)["']?(?:\s{0,2}[:=：]\s{0,2}["']?|\s{1,2}["']?(?:(?:is|ist|est|es|é|это|هو|是)\s)?|["']?)([\w\-.~+/=]{16,500})/gi;
/** Forty characters of Base64, in whose parts between + and / little looks random. */
const secrets =
  /(?:secret|key|ключ|密钥|シークレット|キー)\S{0,20}(?:\s{0,2}[:=：]|\s(?:is|ist|es|est|é))?\s{0,2}["']?(?<![A-Za-z\d+/])([A-Za-z\d+/]{40})(?![A-Za-z\d+/=])/gi;
const userInfo = /:\/\/([^\s/@:?#]{1,64}:[^\s/@]{1,128}|[\w-]{16,128})@/g;
const parameters =
  /[?&#;](?:[a-z_-]{0,20}token|api_?key|key|auth|sig|signature|secret|password|passwd|pwd|pass|session(?:id)?|sid|jwt|otp|code)=([^&\s#"'<>[\]]{6,500})/gi;
const pemBegin = /-----BEGIN [A-Z ]{0,40}(?:KEY|CERTIFICATE|MESSAGE)[A-Z ]{0,20}-----/g;
const pemEnd = /-----END [A-Z ]{1,60}-----/g;

/** Keys of services, tokens, private keys, passwords within addresses, and long random strings. */
export function findKeys({ text }: View): Found[] {
  return [
    ...ranges(text, prefixes, 0),
    ...ranges(text, named, 1).filter(
      ({ start, end }) => /^[^/].*\d.*\d/.test(text.slice(start, end)) && /[A-Za-z]/.test(text.slice(start, end)),
    ),
    ...ranges(text, secrets, 1).filter(({ start, end }) => /^(?=.*\d)(?=.*[a-z]).*[A-Z]/.test(text.slice(start, end))),
    ...ranges(text, userInfo, 1),
    ...ranges(text, parameters, 1).filter(({ start, end }) => /\d|[A-Z]/.test(text.slice(start, end))),
    ...findPem(text),
    ...ranges(text, /(?<![A-Za-z\d+/_=-])[A-Za-z\d+/_=-]{24,}/g, 0).filter(({ start, end }) => isRandom(text.slice(start, end))),
  ];
}

function ranges(text: string, pattern: RegExp, group: number): Found[] {
  return [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length - (group === 1 && pattern === userInfo ? 1 : 0);
    const length = (match[group] as string).replace(/[.,;:!?]+$/, '').length;
    const start = end - (match[group] as string).length;
    return { type: 'key', start, end: start + length };
  });
}

/** From the first line to the last; without a last one, to the end of the text. */
function findPem(text: string): Found[] {
  const ends = [...text.matchAll(pemEnd)].map(({ index, 0: line }) => index + line.length);
  let after = 0;
  return [...text.matchAll(pemBegin)].flatMap(({ index }) => {
    if (index < after) return [];
    after = ends.find((end) => end > index) ?? text.length;
    return [{ type: 'key' as const, start: index, end: after }];
  });
}

/** Letters of both cases and digits all mixed up, or a long hexadecimal number; no path, no file name, no UUID. */
function isRandom(token: string): boolean {
  const longest = token.split(/[-_/+=]/).reduce((best, part) => (part.length > best.length ? part : best), '');
  if (longest.length < 16) return false;
  const digits = longest.replace(/\D/g, '').length;
  if (/^[0-9a-f]{32,}$/i.test(longest)) return digits >= 4 && digits < longest.length - 3;
  // Names of programs and classes are words written together.
  const outsideWords = longest.replace(/[A-Z]?[a-z]{4,}/g, '');
  return (
    outsideWords.length >= longest.length / 2 &&
    digits >= 2 &&
    /[a-z]/.test(longest) &&
    /[A-Z]/.test(longest) &&
    entropyOf(longest.slice(0, 100)) >= 3.3
  );
}

/** Shannon's, in bits per character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
