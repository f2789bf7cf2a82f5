import type { AnswerDocument } from '../content/answer-document.ts';
import type { Risk } from '../content/unit.ts';
import type { Condition } from '../policy/condition.ts';

/** A fault-finding tree in one locale's words: what a browser needs of it. Plain data. */
export interface Guide {
  readonly id: string;
  readonly title: string;
  /** How visitors tell of the fault. */
  readonly symptoms: readonly string[];
  /** The node that is asked first; left out where questions are chosen by what they tell. */
  readonly start?: string;
  readonly nodes: readonly GuideNode[];
  readonly fixes: readonly GuideFix[];
  /** What may be behind the fault, where the author gave causes instead of drawing a tree. */
  readonly causes?: readonly GuideCause[];
  /** Words after which only a person may go on ("smoke"). */
  readonly dangers?: readonly string[];
  /** When it applies; left out where it always does. */
  readonly when?: Condition;
  readonly source?: string;
}

/** One question of a guide. */
export interface GuideNode {
  readonly id: string;
  readonly question: string;
  /** Why it is asked. */
  readonly why?: string;
  /** How to check it. */
  readonly how?: AnswerDocument;
  /** Effort of the check next to others, 1 where left out. */
  readonly cost?: number;
  readonly options: readonly GuideOption[];
}

/** What an option says in one word, where it does. */
export type Meaning = 'yes' | 'no' | 'unsure';

/** One answer to a question. */
export interface GuideOption {
  /** Unique in its node. */
  readonly id: string;
  readonly label: string;
  readonly phrasings?: readonly string[];
  /** Left out where the label tells. */
  readonly means?: Meaning;
  /** Numbers that it stands for, both ends included, in the unit that the question asks in. */
  readonly from?: number;
  readonly to?: number;
  /** The node or fix that follows, or `person`; left out where the next question is chosen by what it tells. */
  readonly next?: string;
  /** Ids of causes that this answer speaks for. */
  readonly pointsTo?: readonly string[];
  /** Ids of causes that this answer all but excludes. */
  readonly rulesOut?: readonly string[];
}

export interface GuideCause {
  readonly id: string;
  readonly name: string;
  /** How often it is the cause, next to the others; any positive number. */
  readonly likelihood: number;
  /** The fix for it. */
  readonly fix: string;
}

/** What to do about a cause. */
export interface GuideFix {
  readonly id: string;
  readonly text: string;
  /** What helps until the fix is done. */
  readonly stopGap?: AnswerDocument;
  readonly steps?: AnswerDocument;
  /** How to see that it worked. */
  readonly check?: string;
  readonly prevention?: AnswerDocument;
  /** Left out where normal. */
  readonly risk?: Exclude<Risk, 'normal'>;
  /** The node or fix that follows where it did not help, or `person`. */
  readonly otherwise?: string;
}

/** Where an option leads that needs a person. */
export const toPerson = 'person';

/** Beginning of the id under which a guide is found among the units. */
export const guidePrefix = 'guide:';
