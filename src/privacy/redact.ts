import { findAddresses } from './addresses.ts';
import { findCards } from './cards.ts';
import { digitChains } from './digit-runs.ts';
import { findEmails } from './emails.ts';
import { type Found, placeholderPattern, type SecretType, secretTypes } from './found.ts';
import { findIbans } from './ibans.ts';
import { findKeys } from './keys.ts';
import { findNationalIds } from './national-ids.ts';
import { cuePlaces } from './number-cues.ts';
import { findPasswords } from './passwords.ts';
import { findPhones } from './phones.ts';
import { type View, viewOf } from './view.ts';

/** What was taken out of a conversation so far: per type a fingerprint of each, in the order of their numbers. */
export type Redacted = Readonly<Partial<Record<SecretType, readonly string[]>>>;

export interface RedactionOptions {
  /** What was taken out of the conversation's earlier messages. */
  readonly before?: Redacted;
  /** Postal addresses too. */
  readonly addresses?: boolean;
  /** E-mail addresses and telephone numbers that the site itself has made known: they stay. */
  readonly known?: readonly string[];
}

export interface Redaction {
  /** With a placeholder for each secret: `[email]`, or `[email 2]` where the conversation knows several. */
  readonly text: string;
  /** In the original text, in order, without overlaps. */
  readonly found: readonly Found[];
  /** To be given with the conversation's next message; it holds no secret in clear. */
  readonly redacted: Redacted;
}

/**
 * Takes out of a text what must not leave the device: payment cards, account numbers, e-mail addresses, telephone and
 * national identity numbers, passwords and keys, in the nine languages. Reading a redacted text again finds nothing.
 * Time grows with the length alone.
 */
export function redact(text: string, { before = {}, addresses = false, known: own = [] }: RedactionOptions = {}): Redaction {
  const found = findAll(text, addresses, new Set(own.map(plainContact)));
  const known: Partial<Record<SecretType, string[]>> = {};
  for (const type of secretTypes) if (before[type] !== undefined) known[type] = [...before[type]];
  const numbers = found.map(({ type, start, end }) => numberOf(known, type, text.slice(start, end)));
  let position = 0;
  let written = '';
  found.forEach(({ type, start, end }, place) => {
    const isOnly = (known[type]?.length ?? 0) < 2;
    written += `${text.slice(position, start)}[${type}${isOnly ? '' : ` ${numbers[place]}`}]`;
    position = end;
  });
  return { text: written + text.slice(position), found, redacted: known };
}

/** What is left of a first reading may read as something by itself; a handful of readings always end it. */
const mostReadings = 8;

function findAll(text: string, addresses: boolean, own: ReadonlySet<string>): Found[] {
  let found: Found[] = [];
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const more = findIn(viewOf(text, found), addresses).filter(({ start, end }) => !own.has(plainContact(text.slice(start, end))));
    if (more.length === 0) break;
    found = [...found, ...more].sort((a, b) => a.start - b.start);
  }
  return found;
}

/** However it is spaced or capitalised. */
function plainContact(text: string): string {
  return viewOf(text).lower.replace(/[\s.\-/()]/g, '');
}

/** One reading; where two overlap, the type that stands first in `secretTypes` counts, then the longer. */
function findIn(view: View, addresses: boolean): Found[] {
  const cues = cuePlaces(view);
  const chains = digitChains(view);
  const candidates = [
    ...findKeys(view),
    ...findPasswords(view),
    ...findCards(view, chains, cues),
    ...findIbans(view),
    ...findEmails(view),
    ...findNationalIds(view, cues),
    ...findPhones(view, chains, cues),
    ...(addresses ? findAddresses(view) : []),
  ];
  const rank = ({ type }: Found) => secretTypes.indexOf(type);
  candidates.sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start));
  const isTaken = new Uint8Array(view.text.length);
  for (const { index, 0: placeholder } of view.text.matchAll(placeholderPattern)) isTaken.fill(1, index, index + placeholder.length);
  const chosen: Found[] = [];
  for (const { type, start, end } of candidates) {
    if (isTaken.subarray(start, end).includes(1)) continue;
    isTaken.fill(1, start, end);
    chosen.push({ type, start: view.starts[start] as number, end: view.ends[end - 1] as number });
  }
  return chosen;
}

/** The number of a secret within its type, from 1; however it is spaced or capitalised, it is the same. */
function numberOf(known: Partial<Record<SecretType, string[]>>, type: SecretType, shown: string): number {
  const print = fingerprint(type === 'password' ? viewOf(shown).lower : plainContact(shown));
  const list = known[type] ?? [];
  known[type] = list;
  const place = list.indexOf(print);
  if (place >= 0) return place + 1;
  return list.push(print);
}

/** 64 bits by FNV-1a (Fowler, Noll and Vo), from two different beginnings: tells secrets apart, keeps none. */
function fingerprint(text: string): string {
  const half = (start: number) => {
    let hash = start;
    for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x9747b28c);
}
