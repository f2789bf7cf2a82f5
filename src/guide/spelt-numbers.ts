import { fold } from '../language/fold.ts';
import type { ReplyWords } from './reply-words.ts';

/** A number with how a language writes it out: alternatives of a regular expression over folded words. */
export interface SpeltNumber {
  readonly value: number;
  readonly spelt: string;
}

/** The number words of a language, which `ReplyWords.numbers` holds; none where numerals are put together of signs. */
export function speltNumbers({ numbers }: ReplyWords): SpeltNumber[] {
  return numbers.split(' ').flatMap((entry) => {
    const [value = '', spelt = ''] = entry.split(':');
    return spelt === '' ? [] : [{ value: Number(value), spelt: spelt.replaceAll('_', ' ').replace(/[\p{L}\p{M}]+/gu, fold) }];
  });
}
