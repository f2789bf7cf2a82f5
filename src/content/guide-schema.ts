import * as v from 'valibot';
import { careEntries, scopeEntries, text, textList } from './schema-parts.ts';

const words = v.union([text, v.record(v.string(), text)], 'must be a text, or one text for each locale');
const phrasings = v.union([textList, v.record(v.string(), textList)], 'must be a list of texts, or one list for each locale');
const optionSchema = v.strictObject({
  id: v.optional(v.pipe(text, v.description('Left out: made from the answer. Unique among the answers of one question.'))),
  answer: v.pipe(words, v.description('The answer as it is offered: Yes, No, Red light, More than 5 minutes.')),
  phrasings: v.optional(v.pipe(phrasings, v.description('Other ways in which visitors say it.'))),
  means: v.optional(
    v.pipe(v.picklist(['yes', 'no', 'unsure']), v.description('What it says in one word, where the answer itself does not show it.')),
  ),
  from: v.optional(v.pipe(v.number(), v.description('Lowest number that it stands for, in the unit that the question asks in.'))),
  to: v.optional(v.pipe(v.number(), v.description('Highest number that it stands for.'))),
  next: v.optional(
    v.pipe(
      text,
      v.description('What follows: the id of a question or fix, person, or guide:<id> for another guide. Left out where causes are given.'),
    ),
  ),
  'points-to': v.optional(v.pipe(textList, v.description('Causes that this answer speaks for.'))),
  'rules-out': v.optional(v.pipe(textList, v.description('Causes that this answer all but excludes.'))),
});

const nodeSchema = v.strictObject({
  id: v.pipe(text, v.description('Unique among the questions and fixes of the guide.')),
  question: v.pipe(words, v.description('What is asked.')),
  why: v.optional(v.pipe(words, v.description('Why it is asked, for visitors who want to know.'))),
  how: v.optional(v.pipe(words, v.description('How to check it, in Markdown.'))),
  cost: v.optional(
    v.pipe(
      v.number(),
      v.minValue(0.1, 'must be 0.1 or more'),
      v.maxValue(100, 'must be 100 or less'),
      v.description('Effort of the check next to the others; 1 where left out. Cheap questions are asked first.'),
    ),
  ),
  options: v.pipe(v.array(optionSchema), v.minLength(1, 'must have at least one answer'), v.description('The possible answers.')),
});

const causeSchema = v.strictObject({
  id: v.pipe(text, v.description('Unique among the causes.')),
  cause: v.pipe(words, v.description('What is wrong.')),
  likelihood: v.optional(
    v.pipe(
      v.number(),
      v.minValue(0.001, 'must be 0.001 or more'),
      v.description('How often this is the cause, next to the others; 1 where left out.'),
    ),
  ),
  fix: v.pipe(text, v.description('The id of the fix for it.')),
});

const fixSchema = v.strictObject({
  id: v.pipe(text, v.description('Unique among the questions and fixes of the guide.')),
  fix: v.pipe(words, v.description('What to do, in a sentence.')),
  'stop-gap': v.optional(v.pipe(words, v.description('What helps until it is done, in Markdown.'))),
  steps: v.optional(v.pipe(words, v.description('How to do it, in Markdown.'))),
  check: v.optional(v.pipe(words, v.description('The question that shows whether it worked; left out: whether the fault is gone.'))),
  prevention: v.optional(v.pipe(words, v.description('How to keep it from coming back, in Markdown.'))),
  risk: v.optional(careEntries.risk),
  otherwise: v.optional(v.pipe(text, v.description('What follows where it did not help: the id of a question or fix, or person.'))),
});

/** `guides/*.yaml`: one fault-finding tree a file. Words are plain texts, or maps from locale to text. */
export const guideSchema = v.pipe(
  v.strictObject({
    id: v.optional(v.pipe(text, v.description('The guide’s id, where it is to differ from the file name.'))),
    locale: v.optional(v.pipe(text, v.description('The locale of words that are plain texts; left out: the site’s default.'))),
    title: v.pipe(words, v.description('The fault in a few words, as a visitor would call it.')),
    symptoms: v.optional(v.pipe(phrasings, v.description('What visitors say when they have this fault. Five good ones help a lot.'))),
    shared: v.optional(v.pipe(v.boolean(), v.description('True where only other guides lead here (next: guide:<id>).'))),
    start: v.optional(
      v.pipe(
        text,
        v.description('The question that is asked first. Left out: the first one, or, where causes are given, the most telling one.'),
      ),
    ),
    questions: v.pipe(v.array(nodeSchema), v.description('What is asked.')),
    causes: v.optional(v.pipe(v.array(causeSchema), v.description('What may be wrong, where the questions are not in a fixed order.')), []),
    fixes: v.pipe(v.array(fixSchema), v.description('What helps.')),
    dangers: v.optional(v.pipe(phrasings, v.description('Words after which only a person may go on, such as smoke, or a burning smell.'))),
    ...scopeEntries,
    source: careEntries.source,
    owner: careEntries.owner,
    review: careEntries.review,
  }),
  v.title('Guide'),
  v.description('guides/<id>.yaml: a fault-finding tree with its symptoms, questions, causes and fixes.'),
);
export type GuideFile = v.InferOutput<typeof guideSchema>;
