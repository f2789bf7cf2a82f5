import { detectLanguage } from './detect.ts';
import { fold } from './fold.ts';
import { functionWords } from './function-words.ts';
import { visibleText } from './normalize.ts';

const mostQuestions = 3;

// What starts a question of its own after "and": an interrogative or an auxiliary, in the nine languages.
const interrogative =
  'how|what|when|where|which|who|why|can|could|do|does|did|is|are|will|would|should|may|c[oó]mo|qu[eé]|cu[aá]ndo|d[oó]nde|cu[aá]l|cu[aá]nto|qui[eé]n|puedo|puede|hay|tengo|wie|was|wann|wo|welche[rsn]?|warum|wer|kann|k[oö]nnen|ist|sind|gibt|muss|darf|werden|comment|quand|o[uù]|quel(?:le)?s?|pourquoi|combien|est-ce|puis-je|peut-on|peux-tu|pouvez-vous|y a-t-il|faut-il|como|quando|onde|qual|quanto|posso|pode|tem|h[aá]|é poss[ií]vel|preciso|как|что|когда|где|куда|какой|какая|какие|сколько|почему|можно|могу|есть|нужно|هل|كيف|متى|أين|اين|كم|ما|ماذا|لماذا|怎么|如何|什么|多久|多少|哪|能不能|可以|可不可以|有没有|是否|为什么';
const joints = [
  // Written apart from what follows, and only where that starts as a question: "black and white" is one thing.
  `(?:[,;] ?| )(?:and(?: also)?|also|plus|y|e|und|außerdem|et|aussi|и|а также|ещ[её])[ ,]+(?=¿?(?:${interrogative})(?![\\p{L}\\p{M}]))`,
  // Arabic writes it together with the next word.
  `(?:[،,;] ?| )و ?(?=(?:${interrogative})(?![\\p{L}\\p{M}]))`,
  // Chinese and Japanese questions do not start in any one way.
  '(?:[,;，；、] ?| )(?:以及|还有|另外|而且|并且|和|それと|それから|あと|また|そして)[ ,，、]*',
];
const joint = new RegExp(joints.join('|'), 'giu');
// The end of a sentence: a mark and a space, or a full-width mark.
const sentenceEnd = /(?<=[?!؟？！。]) ?|(?<=\.) (?=\S)/u;
const lineEnd = /[\n\r\u2028\u2029]+/u;
/** How a text ends that is marked as a question. */
export const questionMark = /[?؟？]\s*$/u;

/**
 * The questions of one message, one to three, in its own words. What is no question ("I bought a lamp last week.")
 * stays with the question after it, or before it at the end. A message without two questions comes back whole.
 */
export function splitQuestions(message: string): string[] {
  const sentences = message
    .split(lineEnd)
    .flatMap((line) => visibleText(line).replace(/\s+/gu, ' ').split(sentenceEnd))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  const clauses = sentences.flatMap(splitAtConjunctions);
  const questions: string[] = [];
  let context = '';
  for (const clause of clauses) {
    if (isQuestion(clause)) {
      questions.push(join(context, clause));
      context = '';
    } else {
      context = join(context, clause);
    }
  }
  if (context !== '') {
    if (questions.length === 0) return [message.trim()];
    questions.push(join(questions.pop() ?? '', context));
  }
  return questions.length >= 2 && questions.length <= mostQuestions ? questions : [message.trim()];
}

function splitAtConjunctions(sentence: string): string[] {
  const parts = sentence.split(joint).map((part) => part.trim());
  // Both sides must be able to stand alone, or "and" only joins two things.
  return parts.every((part) => topicWords(part) >= 1 && isQuestion(part)) ? parts : [sentence];
}

const startsAsQuestion = new RegExp(`^[¿¡]?(?:${interrogative})(?![\\p{L}\\p{M}])`, 'iu');
const cjkQuestion =
  /[吗么呢几谁哪]|怎么|如何|什么|多久|多少|能不能|可不可以|有没有|是否|为什么|か[。？?]?$|ですか|ますか|どう|いつ|いくら|どこ|何/u;

/** Whether a clause reads as a question of its own, with or without a mark. */
export function isQuestion(clause: string): boolean {
  return (questionMark.test(clause) || startsAsQuestion.test(clause) || cjkQuestion.test(clause)) && topicWords(clause) >= 1;
}

/** Words that say what it is about; a follow-up such as "and why?" has none. */
function topicWords(text: string): number {
  const known = functionWords(detectLanguage(text) ?? 'en');
  const words = text.match(/\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{2,}|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !known.has(fold(word.toLowerCase()))).length;
}

function join(before: string, after: string): string {
  return before === '' ? after : `${before} ${after}`;
}
