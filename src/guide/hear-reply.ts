import type { Encoder } from '../retrieve/encoder.ts';
import type { GuideNode } from './guide.ts';
import type { ReplyMeaning } from './weigh-options.ts';

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
const spoken = new WeakMap<Encoder, Promise<Vector[]>>();

/** What vectors say of a reply; undefined where there are none. */
export async function hearReply(text: string, node: GuideNode | undefined, encoder: Encoder): Promise<ReplyMeaning | undefined> {
  const [reply = null] = await encoder.encode([text], 'question');
  const sentences = await sentencesOf(encoder);
  if (reply === null || sentences.includes(null)) return undefined;
  const phrases = node === undefined ? [] : await phrasesOf(node, encoder);
  const options = phrases.map((own) => Math.max(0, ...own.map((vector) => (vector === null ? 0 : cosine(reply, vector)))));
  const nearest = (vectors: readonly Vector[]) => Math.max(...vectors.map((vector) => (vector === null ? 0 : cosine(reply, vector))));
  return { options, yes: nearest(sentences.slice(0, sayYes.length)) - nearest(sentences.slice(sayYes.length)) };
}

type Vector = Float32Array | null;

const heard = new WeakMap<Encoder, WeakMap<GuideNode, Promise<Vector[][]>>>();

/** Vectors of what each option of a question says; made once, since visitors come back to questions and answer in several tries. */
async function phrasesOf(node: GuideNode, encoder: Encoder): Promise<Vector[][]> {
  const known = heard.get(encoder) ?? new WeakMap<GuideNode, Promise<Vector[][]>>();
  heard.set(encoder, known);
  const made = known.get(node) ?? encodePhrases(node, encoder);
  known.set(node, made);
  const vectors = await made.catch((thrown: unknown) => {
    known.delete(node);
    throw thrown;
  });
  // The weights were still under way.
  if (vectors.flat().includes(null)) known.delete(node);
  return vectors;
}

async function encodePhrases({ options }: GuideNode, encoder: Encoder): Promise<Vector[][]> {
  const phrases = options.map(({ label, phrasings }) => [label, ...(phrasings ?? [])]);
  const vectors = await encoder.encode(phrases.flat(), 'question');
  let offset = 0;
  return phrases.map((own) => {
    offset += own.length;
    return vectors.slice(offset - own.length, offset);
  });
}

async function sentencesOf(encoder: Encoder): Promise<Vector[]> {
  const made = spoken.get(encoder) ?? encoder.encode([...sayYes, ...sayNo], 'passage');
  spoken.set(encoder, made);
  const vectors = await made;
  // The weights were still under way.
  if (vectors.includes(null)) spoken.delete(encoder);
  return vectors;
}

/** Of two vectors of unit length. */
function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
