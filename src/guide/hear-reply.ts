import type { Encoder } from '../retrieve/encoder.ts';
import type { GuideNode } from './guide.ts';
import type { ReplyMeaning } from './read-reply.ts';

// The encoder knows them in every language.
const sayYes = [
  'Yes, it does.',
  'Yes, that is right.',
  'It works fine, everything looks good.',
  'I have already done that.',
  'Yes, there is one.',
];
const sayNo = [
  'No, it does not.',
  'No, that is wrong.',
  'It does not work, nothing happens.',
  'I have not done that yet.',
  'No, there is none.',
];

/** Vectors of the sentences above, which stay the same for one encoder. */
const known = new WeakMap<Encoder, Promise<(Float32Array | null)[]>>();

/** What vectors say of a reply; undefined where there are none. */
export async function hearReply(text: string, node: GuideNode | undefined, encoder: Encoder): Promise<ReplyMeaning | undefined> {
  const phrases = (node?.options ?? []).map(({ label, phrasings }) => [label, ...(phrasings ?? [])]);
  const [reply = null, ...rest] = await encoder.encode([text, ...phrases.flat()], 'question');
  const sentences = await sentencesOf(encoder);
  if (reply === null || sentences.includes(null)) return undefined;
  let offset = 0;
  const options = phrases.map((own) => {
    const vectors = rest.slice(offset, offset + own.length);
    offset += own.length;
    return Math.max(0, ...vectors.map((vector) => (vector === null ? 0 : cosine(reply, vector))));
  });
  const nearest = (vectors: readonly (Float32Array | null)[]) =>
    Math.max(...vectors.map((vector) => (vector === null ? 0 : cosine(reply, vector))));
  return { options, yes: nearest(sentences.slice(0, sayYes.length)) - nearest(sentences.slice(sayYes.length)) };
}

async function sentencesOf(encoder: Encoder): Promise<(Float32Array | null)[]> {
  const made = known.get(encoder) ?? encoder.encode([...sayYes, ...sayNo], 'passage');
  known.set(encoder, made);
  const vectors = await made;
  // The weights were still under way.
  if (vectors.includes(null)) known.delete(encoder);
  return vectors;
}

/** Of two vectors of unit length. */
function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
