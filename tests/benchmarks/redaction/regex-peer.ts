import type { Found, SecretType } from '../../../src/privacy/found.ts';

const patterns: readonly (readonly [SecretType, RegExp])[] = [
  ['key', /\b(?:sk|pk)_(?:live|test)_\w+|\bgh[pousr]_\w{36}|\bAKIA[A-Z0-9]{16}|\beyJ[\w-]+\.[\w-]+\.[\w-]+|\b[a-f0-9]{32,}\b/g],
  ['password', /(?<=(?:password|passwort|contraseña|mot de passe|senha|пароль|密码|パスワード)\s?(?:is|:|=)\s?)\S+/gi],
  ['email', /\b[\w.%+-]+@[\w.-]+\.[a-z]{2,}\b/gi],
  ['iban', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g],
  ['card', /\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b|\b3[47]\d{2}[ -]?\d{6}[ -]?\d{5}\b/g],
  ['national-id', /\b\d{3}-\d{2}-\d{4}\b|\b\d{3}\.\d{3}\.\d{3}-\d{2}\b|\b\d{8}[A-Z]\b|\b\d{17}[\dX]\b/g],
  ['phone', /\+?\(?\d{1,4}\)?[ .\-/]?\(?\d{2,4}\)?(?:[ .\-/]?\d{2,4}){2,4}\b/g],
];

/** What a list of usual regular expressions finds; where two overlap, the first of the list counts. */
export function findByRegex(text: string): Found[] {
  const found: Found[] = [];
  for (const [type, pattern] of patterns) {
    for (const { index, 0: shown } of text.matchAll(pattern)) {
      const end = index + shown.length;
      if (!found.some((each) => each.start < end && index < each.end)) found.push({ type, start: index, end });
    }
  }
  return found;
}
