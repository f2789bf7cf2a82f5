const control = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/gu;
const loneSurrogate = /[\uD800-\uDFFF]/gu;
// Characters that show nothing themselves but can hide text or turn it around: bidi embeddings, overrides and
// isolates, zero-width space and no-break space, tags. Joiners and direction marks stay: emoji and Arabic need them.
const deceptive = /[\u200B\u202A-\u202E\u2060-\u206F\uFEFF]|[\u{E0000}-\u{E0FFF}]/gu;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Text that is safe to show: without what hides or reorders text; control characters become spaces. */
export function displayText(text: string): string {
  return text.replace(loneSurrogate, '').replace(deceptive, '').replace(control, ' ');
}

/** Only what can be seen, for comparing: two texts that look alike become the same. */
export function visibleText(text: string): string {
  return displayText(text).replace(invisible, '');
}

/** Whether nothing in a text can be seen: spaces, zero-width characters, fillers, an empty Braille cell. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** Compatibility form (full-width to ASCII, ligatures to letters), lower case, nothing invisible, single spaces. */
export function normalizeText(text: string): string {
  return visibleText(text).normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
