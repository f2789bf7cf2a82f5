import type { Cue } from './cues/cue-words.ts';
import { type Cues, foldText } from './cues.ts';

/** Signs of being upset; more of them never make a message calmer. */
export const complaints = [
  'abuse',
  'fraud',
  'threat',
  'outrage',
  'distress',
  'counted',
  'again',
  'silence',
  'waiting',
  'demand',
  'farewell',
  'promise',
] as const satisfies readonly Cue[];

/** What a message is judged by, each 0 where it shows nothing, about 1 where it shows it plainly, at most 3. */
export const toneFeatures = [
  ...complaints,
  'ease',
  'ask',
  'span',
  'joy',
  'irony',
  /** More than one kind of complaint. */
  'breadth',
  'waitedLong',
  'exclaims',
  'doubts',
  'shouts',
  'stresses',
  'question',
  'angryFace',
  'sadFace',
  'gladFace',
  'repeats',
] as const;
export type ToneFeature = (typeof toneFeatures)[number];
export type ToneValues = Readonly<Record<ToneFeature, number>>;

/** A message is read to here: its beginning and its end. */
const longestPart = 1000;

/** Numbers of phones, cards and orders, and what stands for them: by chance they hold the number of an authority. */
const numbers = /\d(?:[ -]?\d){6,}|\[[^\]]*\]/gu;

const angryFaces = /[😠😡🤬😤👿💢🖕👎💩]/gu;
const sadFaces = /[😢😭😞😔😩😫😖😣🙁☹💔😰😱]|:'?\(|T_T/gu;
const gladFaces = /[😀😃😄😁😊😍🥰😘🤗🙂☺😉😎👍🎉🥳❤💕💖💙💚🧡🙏👏🤩✨😅😂]|[:;]-?[)D]|\^_?\^/gu;

/**
 * @param history the visitor's earlier messages in this conversation, oldest first
 */
export function measureTone(text: string, cues: Cues, history: readonly string[] = []): ToneValues {
  const shown = text.length > 2 * longestPart ? `${text.slice(0, longestPart)} ${text.slice(-longestPart)}` : text;
  const folded = foldText(shown).replace(numbers, ' ; ');
  const ease = amount(folded, cues.ease);
  const rest = ease > 0 ? folded.replace(cues.ease, ' ; ') : folded;
  const found = Object.fromEntries(complaints.map((cue) => [cue, amount(rest, cues[cue])])) as Record<(typeof complaints)[number], number>;
  const breadth = complaints.filter((cue) => found[cue] > 0).length;
  const joy = amount(rest, cues.joy);
  const span = amount(rest, cues.span);
  const isComplaint = breadth > 1 || (breadth === 1 && span > 0);
  return {
    ...found,
    ease,
    ask: amount(rest, cues.ask),
    span,
    // Praise in a complaint is no praise.
    joy: isComplaint ? 0 : joy,
    irony: isComplaint ? joy : 0,
    breadth: Math.min(Math.max(0, breadth - 1), 3) / 2,
    waitedLong: span > 0 && found.waiting + found.silence > 0 ? 1 : 0,
    ...punctuation(shown),
    repeats: Math.min(2, history.filter((earlier) => bareWords(foldText(earlier)) === bareWords(folded)).length) / 2,
  };
}

function amount(text: string, pattern: RegExp): number {
  return Math.log2(1 + Math.min(3, text.match(pattern)?.length ?? 0));
}

function bareWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function punctuation(text: string) {
  const capitals = capitalsOf(text);
  return {
    exclaims: Math.log2(1 + Math.min(7, text.match(/[!！]/gu)?.length ?? 0)) / 2,
    doubts: /[?？؟][!！?？؟]|[!！][?？؟]/u.test(text) ? 1 : 0,
    ...capitals,
    question: /[?？؟]/u.test(text) ? 1 : 0,
    angryFace: amount(text, angryFaces),
    sadFace: amount(text, sadFaces),
    gladFace: amount(text, gladFaces),
  };
}

/** Whether all of it is in capitals, or else single words of four letters and more, which few abbreviations have. */
function capitalsOf(text: string): { shouts: number; stresses: number } {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const loud = words.filter((word) => word !== word.toLowerCase() && word === word.toUpperCase());
  const isAll = words.length > 2 && loud.length >= 0.7 * words.length;
  return { shouts: isAll ? 1 : 0, stresses: isAll ? 0 : Math.min(2, loud.filter((word) => word.length > 3).length) / 2 };
}
