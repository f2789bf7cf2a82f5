import { tokenize } from '../language/tokens.ts';
import type { Guide, GuideNode } from './guide.ts';
import type { GuideState, GuideStep } from './guide-state.ts';
import { answeredBefore } from './read-reply.ts';
import type { Tongues } from './reply-text.ts';

/** A word that more questions than this share tells of none of them. */
const mostNamed = 40;
/** Certainty of what was said before it was asked. */
const saidUnasked = 0.8;

/** The state with what words tell of questions that are not asked now, the newest word on each. */
export function withNoted(guide: Guide, state: GuideState, words: string, tongues: Tongues): GuideState {
  const told = factsIn(guide, words, tongues).filter(({ at }) => at !== state.at && !state.past.some((step) => step.at === at));
  if (told.length === 0) return state;
  const { noted = [] } = state;
  return { ...state, noted: [...noted.filter(({ at }) => !told.some((fact) => fact.at === at)), ...told] };
}

/** What was learnt, whether it was asked or told before: in its order, the questions on the way first. */
export function knownIn({ past, noted = [] }: Pick<GuideState, 'past' | 'noted'>): readonly GuideStep[] {
  return [...past, ...noted.filter(({ at }) => !past.some((step) => step.at === at))];
}

/** What words answer of a guide's questions. */
function factsIn(guide: Guide, words: string, tongues: Tongues): GuideStep[] {
  if (tongues.visitor.language !== tongues.guide.language) return [];
  const { common, byTerm } = namesIn(guide, tongues);
  const named = tokenize(words, tongues.visitor.locale).flatMap(({ term }) => byTerm.get(term) ?? []);
  return [...new Set(named)].flatMap((node): GuideStep[] => {
    const option = answeredBefore(words, node, tongues, common);
    return option === undefined ? [] : [{ at: node.id, option, certainty: saidUnasked, by: 'earlier-words', words }];
  });
}

interface Names {
  /** Terms that the whole guide is about, which answer nothing. */
  readonly common: ReadonlySet<string>;
  /** Questions by the terms in them. */
  readonly byTerm: ReadonlyMap<string, readonly GuideNode[]>;
}

const known = new WeakMap<Guide, Names>();

/** Made once for each guide: large ones have thousands of questions, and each message is held against all of them. */
function namesIn(guide: Guide, { guide: { locale } }: Tongues): Names {
  const before = known.get(guide);
  if (before !== undefined) return before;
  const common = new Set([guide.title, ...guide.symptoms].flatMap((text) => tokenize(text, locale).map(({ term }) => term)));
  const byTerm = new Map<string, GuideNode[]>();
  for (const node of guide.nodes)
    for (const term of new Set(tokenize(node.question, locale).map((token) => token.term))) {
      const nodes = byTerm.get(term) ?? [];
      nodes.push(node);
      byTerm.set(term, nodes);
    }
  for (const [term, nodes] of byTerm) if (nodes.length > mostNamed) byTerm.delete(term);
  const names = { common, byTerm };
  known.set(guide, names);
  return names;
}
