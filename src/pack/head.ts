import { Classifier, type ClassifierData } from '../retrieve/classifier.ts';
import type { EncodedTexts } from './encode-texts.ts';
import { balanced, ClassifierTraining, type TrainingExample } from './train-classifier.ts';

/** How much a text of each kind teaches next to a phrasing. */
const answerWeight = 0.5;
const nameWeight = 0.5;
const offTopicWeight = 0.3;

/** Phrasing or off-topic question number n belongs to part n % parts. */
export const parts = 3;

/** The classifier of one locale, and those that did not see a part of the phrasings, for an honest confidence. */
export interface Head {
  readonly classifier: ClassifierData;
  /** The classifier that did not see the phrasings and off-topic questions of a part. */
  readonly without: readonly Classifier[];
}

/** Trains the head, or returns undefined where there is nothing to tell apart or too much. */
export function trainHead(texts: EncodedTexts): Head | undefined {
  const { unitCount, dimensions } = texts;
  const examples: TrainingExample[] = [];
  const partOf: number[] = [];
  const add = (vectors: EncodedTexts['names'], unitOf: (index: number) => number, weight: number, isHeldOut: boolean) => {
    vectors.forEach((vector, index) => {
      if (vector === null) return;
      examples.push({ vector, unit: unitOf(index), weight });
      partOf.push(isHeldOut ? index % parts : -1);
    });
  };
  add(texts.phrasings, (index) => texts.phrasingUnit[index] as number, 1, true);
  add(texts.answers, (index) => index, answerWeight, false);
  add(texts.names, (index) => index, nameWeight, false);
  add(texts.offTopic, () => unitCount, offTopicWeight, true);
  if (examples.length === 0 || !ClassifierTraining.isFeasible(examples.length, unitCount)) return undefined;
  const training = new ClassifierTraining(balanced(examples, unitCount), unitCount, dimensions);
  const without = Array.from({ length: parts }, (_, part) => new Classifier(training.train((example) => partOf[example] === part)));
  return { classifier: training.train(), without };
}
