import type { PageQuestion, SchemaNode } from '../page-facts.ts';
import { nodesOf } from './json-ld.ts';
import { lineOf, textsOf } from './schema-values.ts';

export const longestQuestion = 300;
export const longestAnswer = 5_000;

/** A schema.org Question with an accepted answer; suggested answers are visitors' opinions. */
export function readQuestion(node: SchemaNode, anchorOf: (heading: string) => string): PageQuestion | undefined {
  const question = lineOf(node.name ?? node.text, longestQuestion);
  const answer = textsOf(nodesOf(node.acceptedAnswer)[0]?.text, longestAnswer);
  return question === undefined || answer === undefined ? undefined : { question, answer, anchor: anchorOf(question) };
}
