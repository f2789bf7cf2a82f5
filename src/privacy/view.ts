import { fold } from '../language/fold.ts';
import type { Found } from './found.ts';

/**
 * A text as it is read for secrets: without what cannot be seen, digits of every script as ASCII, full-width and other
 * compatibility forms as plain ones, every dash as `-`, every space as a space, and a placeholder for what is found.
 */
export interface View {
  readonly text: string;
  /** The same length, in lower case. */
  readonly lower: string;
  /** Where each UTF-16 unit of `text` starts and ends in the original; of a placeholder, all that it stands for. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** @param found what is known already, in order, without overlaps */
export function viewOf(original: string, found: readonly Found[] = []): View {
  const writer = new ViewWriter(original.length + found.length * 16);
  let position = 0;
  for (const { type, start, end } of found) {
    writer.write(original, position, start);
    writer.put(`[${type}]`, start, end);
    position = end;
  }
  writer.write(original, position, original.length);
  return writer.view();
}

const plainForms = new Map<string, string>();

/** One character as it is read; empty for what is not seen. */
function plainForm(character: string): string {
  const known = plainForms.get(character);
  if (known !== undefined) return known;
  const plain = /\p{Default_Ignorable_Code_Point}|\p{Me}|[\uD800-\uDFFF]/u.test(character)
    ? ''
    : asciiDigits(character.normalize('NFKC'))
        .replace(/[\p{Pd}\u2212]/gu, '-')
        .replace(/\p{Zs}/gu, ' ');
  if (plainForms.size < 5000) plainForms.set(character, plain);
  return plain;
}

function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, fold);
}

class ViewWriter {
  private text: string[] = [];
  private starts: Int32Array;
  private ends: Int32Array;
  private length = 0;

  constructor(capacity: number) {
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
  }

  write(original: string, from: number, to: number): void {
    let position = from;
    while (position < to) {
      const ascii = endOfAscii(original, position, to);
      if (ascii > position) {
        this.copy(original, position, ascii);
        position = ascii;
        continue;
      }
      const width = (original.codePointAt(position) as number) > 0xffff ? 2 : 1;
      this.put(plainForm(original.slice(position, position + width)), position, position + width);
      position += width;
    }
  }

  private copy(original: string, from: number, to: number): void {
    if (this.length + to - from > this.starts.length) this.grow(to - from);
    this.text.push(original.slice(from, to));
    for (let position = from; position < to; position += 1) {
      this.starts[this.length] = position;
      this.ends[this.length] = position + 1;
      this.length += 1;
    }
  }

  put(plain: string, start: number, end: number): void {
    if (plain === '') return;
    if (this.length + plain.length > this.starts.length) this.grow(plain.length);
    this.starts.fill(start, this.length, this.length + plain.length);
    this.ends.fill(end, this.length, this.length + plain.length);
    this.text.push(plain);
    this.length += plain.length;
  }

  view(): View {
    const text = this.text.join('');
    const lower = text.toLowerCase();
    return {
      text,
      // One letter, the Turkish capital I with a dot, has a longer small form.
      lower: lower.length === text.length ? lower : text.replace(/[^İ]+/g, (part) => part.toLowerCase()),
      starts: this.starts,
      ends: this.ends,
    };
  }

  private grow(by: number): void {
    const larger = (old: Int32Array) => {
      const grown = new Int32Array(2 * old.length + by);
      grown.set(old);
      return grown;
    };
    this.starts = larger(this.starts);
    this.ends = larger(this.ends);
  }
}

function endOfAscii(text: string, from: number, to: number): number {
  let position = from;
  while (position < to && text.charCodeAt(position) < 0x80) position += 1;
  return position;
}
