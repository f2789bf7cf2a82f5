import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { GuideNode } from '../../../src/guide/guide.ts';
import { hearReply } from '../../../src/guide/hear-reply.ts';
import { readReply } from '../../../src/guide/read-reply.ts';
import { type Tongues, tongueOf } from '../../../src/guide/reply-text.ts';
import { tongues } from '../../../src/guide/tongues/tongues.ts';
import { spokenLanguage } from '../../../src/language/locale.ts';
import type { Encoder } from '../../../src/retrieve/encoder.ts';

interface HeldOutReply {
  readonly locale: string;
  readonly question: string;
  /** Parted by " | ". */
  readonly options: string;
  readonly reply: string;
  /** The number of the right option from 1 on, or what it does instead. */
  readonly meant: string;
  readonly kind: string;
}

export interface ReplyScore {
  readonly locale: string;
  readonly kind: string;
  readonly reply: string;
  readonly isRight: boolean;
}

/** Reads each reply of `held-out-replies.csv` as a guide would, with its question and the labels of its options alone. */
export async function scoreHeldOut(encoder: Encoder): Promise<ReplyScore[]> {
  const text = await readFile(new URL('held-out-replies.csv', import.meta.url), 'utf8');
  const replies: HeldOutReply[] = parse(text, { columns: true, bom: true });
  const scores: ReplyScore[] = [];
  for (const each of replies)
    scores.push({ locale: each.locale, kind: each.kind, reply: each.reply, isRight: await isRight(each, encoder) });
  return scores;
}

/** What a side question may be taken for: then it is answered as one. */
const leavesRoom = new Set(['unclear', 'how', 'why']);

async function isRight({ locale, question, options, reply, meant }: HeldOutReply, encoder: Encoder): Promise<boolean> {
  const labels = options.split(' | ');
  const node: GuideNode = { id: 'q', question, options: labels.map((label, index) => ({ id: String(index + 1), label })) };
  const tongue = tongueOf(locale, tongues[spokenLanguage(locale)]);
  const spoken: Tongues = { guide: tongue, visitor: tongue };
  const meaning = await hearReply(reply, node, encoder);
  const read = readReply(reply, node, spoken, meaning);
  // What is corrected at the question itself is its answer.
  const reading = read.kind === 'correction' ? readReply(read.rest, node, spoken, meaning) : read;
  if (meant === 'side') return leavesRoom.has(reading.kind);
  return (reading.kind === 'option' ? reading.option : reading.kind) === meant;
}
