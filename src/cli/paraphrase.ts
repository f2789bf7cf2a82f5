import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { tableRow } from '../content/csv-table.ts';
import { paraphraseColumns, paraphrasesFile } from '../content/read-paraphrases.ts';
import type { Content, UnitVariant } from '../content/unit.ts';
import type { Locale } from '../language/locale.ts';
import { FailedError } from './usage-error.ts';

export interface ParaphraseOptions {
  /** Base address of an OpenAI-compatible service, such as `http://localhost:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

const wanted = 8;
const atOnce = 4;
const longest = 200;
const timeout = 120_000;

const replySchema = v.object({ choices: v.pipe(v.array(v.object({ message: v.object({ content: v.string() }) })), v.minLength(1)) });

/**
 * Has a language model rephrase each question that has no paraphrases yet, and keeps them in the content directory's
 * `paraphrases.csv`, so that the next build needs no model and makes the same pack. What has come before a failure stays.
 */
export async function addParaphrases(directory: string, content: Content, options: ParaphraseOptions): Promise<void> {
  const file = join(directory, paraphrasesFile);
  const isThere = await readFile(file, 'utf8').then(
    () => true,
    () => false,
  );
  const open = content.units.flatMap(({ id, variants }) =>
    Array.from(variants, ([locale, variant]) => ({ id, locale, variant })).filter(({ variant }) => variant.paraphrases === undefined),
  );
  if (!isThere && open.length > 0) await writeFile(file, `${paraphraseColumns.join(',')}\n`);
  let done = 0;
  for (let index = 0; index < open.length; index += atOnce) {
    const batch = open.slice(index, index + atOnce);
    const answers = await Promise.allSettled(batch.map(({ locale, variant }) => paraphrase(variant, locale, options)));
    const rows = batch.flatMap(({ id, locale, variant }, position) => {
      const answer = answers[position];
      const texts = answer?.status === 'fulfilled' ? answer.value : [];
      return texts.map((text) => tableRow([id, locale, variant.question, text]));
    });
    if (rows.length > 0) await appendFile(file, `${rows.join('\n')}\n`);
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed !== undefined) {
      throw new FailedError(
        `${options.url} did not paraphrase: ${failed.reason instanceof Error ? failed.reason.message : failed.reason}\n    What came before is kept in ${paraphrasesFile}. Run it again to go on, or build without --paraphrase.`,
      );
    }
    done += batch.length;
    options.onProgress(done, open.length);
  }
}

/** Asks for other ways to put a question; what repeats a known one, or is no single line, is left out. */
async function paraphrase({ question, phrasings }: UnitVariant, locale: Locale, { url, model, key }: ParaphraseOptions): Promise<string[]> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }) },
    body: JSON.stringify({
      model,
      temperature: 0.7,
      seed: 1,
      messages: [
        {
          role: 'system',
          content: `You rephrase questions that customers ask a help desk. Answer with a JSON array of ${wanted} strings and nothing else. Each asks exactly the same as the given question, in the language "${locale}", the way different people would type it: short, long, colloquial, as a complaint, as keywords. Add no facts.`,
        },
        { role: 'user', content: JSON.stringify({ question, alsoAskedAs: phrasings }) },
      ],
    }),
    signal: AbortSignal.timeout(timeout),
  });
  if (!response.ok) throw new Error(`it answers with status ${response.status}`);
  const reply = v.parse(replySchema, await response.json());
  const list = /\[[\s\S]*\]/.exec(reply.choices[0]?.message.content ?? '')?.[0];
  if (list === undefined) throw new Error('its answer is no JSON array');
  const texts = v.parse(v.array(v.string()), JSON.parse(list));
  const known = new Set([question, ...phrasings].map((text) => text.toLowerCase()));
  const fresh = texts.map((text) => text.trim()).filter((text) => text !== '' && text.length <= longest && !/[\r\n]/.test(text));
  return [...new Set(fresh)].filter((text) => !known.has(text.toLowerCase())).slice(0, wanted);
}
