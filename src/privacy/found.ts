/** What is taken out of a text before it leaves the device; where two overlap, the first of these counts. */
export const secretTypes = ['key', 'password', 'iban', 'card', 'email', 'national-id', 'phone', 'address'] as const;
export type SecretType = (typeof secretTypes)[number];

/** A stretch of text, in UTF-16 offsets, `end` exclusive. */
export interface Found {
  readonly type: SecretType;
  readonly start: number;
  readonly end: number;
}

/** A placeholder as it stands in redacted text: `[email]`, `[email 2]`. */
export const placeholderPattern = new RegExp(`\\[(?:${secretTypes.join('|')})(?: \\d{1,4})?\\]`, 'g');
