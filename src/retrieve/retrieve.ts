import type { ConversationState } from '../decide/state.ts';
import { leansOnBefore, readsAsFollowUp, writtenOut } from '../language/follow-up.ts';
import { languageOf } from '../language/locale.ts';
import { normalizeText, visibleText } from '../language/normalize.ts';
import { visitorLocale } from '../language/visitor-locale.ts';
import type { Calibration } from '../pack/manifest.ts';
import type { Candidate, Evidence } from './evidence.ts';
import type { Knowledge, KnowledgeBase } from './knowledge.ts';
import { mixScore, poolProbabilities } from './mix-score.ts';
import { type Hidden, nothingHidden, type WordsMatch } from './words-index.ts';

/** Longer questions are read up to here, in UTF-16 units; nobody asks one question in more. */
export const longestQuestion = 2000;
const consideredUnits = 24;
/** What the topic may add to a follow-up whose own words say nothing. */
const topicShare = 0.7;
/** From this score on a follow-up's own words fit something. */
const plainFit = 0.2;

const noCalibration: Calibration = { weights: [], offerWeights: [], answerFrom: 1 };

interface Found {
  readonly base: KnowledgeBase;
  readonly matches: readonly BaseMatch[];
  readonly known: number;
  readonly topicWords: number;
  readonly calibration: Calibration;
}

/** A unit of one base before it is merged with other locales' variants of it. */
export interface BaseMatch {
  readonly unit: number;
  readonly score: number;
  readonly phrasing: number;
  readonly answer: number;
  readonly meaning: number;
  readonly fit: number;
}

/** Finds what a question may mean: words and vectors of every base, follow-ups read together with the topic before. */
export async function retrieve(question: string, state: ConversationState, knowledge: Knowledge): Promise<Evidence> {
  const text = visibleText(question).slice(0, longestQuestion);
  const locale = knowledge.bases[0]?.locale ?? 'en';
  const follows = state.topic !== undefined && leansOnBefore(text, locale) ? state.topic : undefined;
  const hasHook = follows !== undefined && readsAsFollowUp(text);
  const written = follows === undefined ? { text, isSubstitute: false } : writtenOut(follows.text, text, locale);
  const joined = written.text.slice(-longestQuestion);
  const texts = follows === undefined ? [text] : [text, follows.text, joined];
  const asked = (base: KnowledgeBase) => texts.map((each) => base.terms?.canonical(each) ?? each);
  const distinct = [...new Set(knowledge.bases.flatMap(asked))];
  const vectors = (await knowledge.encoder?.encode(distinct, 'question')) ?? [];
  const found = besideEachOther(
    knowledge.bases.map((base): Found => {
      const [own, topic, joint] = asked(base).map((each) => searchBase(base, each, vectors[distinct.indexOf(each)] ?? null));
      if (topic === undefined || joint === undefined) return own as Found;
      const share = written.isSubstitute ? substituteShare : jointShare(own as Found);
      // Without a word that hooks it onto the one before it may as well be a question of its own.
      return withJoint(hasHook ? withTopic(own as Found, topic) : (own as Found), joint, share);
    }),
  );
  const best = bestOf(found);
  return {
    candidates: merge(found),
    known: best?.known ?? 0,
    topicWords: best?.topicWords ?? 0,
    calibration: best?.calibration ?? noCalibration,
    text: joined,
  };
}

/** The evidence for units that are named, not searched for: a choice taken, the next best of before. */
export function recall(ids: readonly string[], state: ConversationState, knowledge: Knowledge): Evidence {
  const candidates = ids.flatMap((id): Candidate[] => {
    for (const { units, locale, tier } of knowledge.bases) {
      const index = units.indexOf(id);
      if (index >= 0) return [{ unit: units.at(index), locale, tier, score: 1, phrasing: 1, answer: 1, meaning: 1, fit: 1 }];
    }
    return [];
  });
  const calibration = knowledge.bases[0]?.calibration.words ?? noCalibration;
  return { candidates, known: 1, topicWords: 0, calibration, text: state.topic?.text ?? '' };
}

/**
 * Searches one base.
 * @param vector of the text, or null where it has none
 * @param hidden phrasings to leave out, for calibration
 */
export function searchBase(base: KnowledgeBase, text: string, vector: Float32Array | null, hidden: Hidden = nothingHidden): Found {
  const tokens = base.words.tokensOf(text);
  const query = base.words.query(tokens);
  const byWords = base.words.search(query, consideredUnits, hidden);
  // Vectors of another encoder say nothing about these; then words answer alone.
  const fits = vector !== null && vector.length === base.vectors?.dimensions;
  const wordUnits = byWords.map(({ unit }) => unit);
  const meanings = fits ? base.vectors.search(vector, hidden, wordUnits) : undefined;
  const matches =
    meanings === undefined
      ? byWords.map(({ unit, phrasing, answer }) => matchOf(unit, phrasing, answer, query.known))
      : fuse(base, byWords, meanings, query.known, vector, hidden);
  matches.sort((a, b) => b.score - a.score || a.unit - b.unit);
  const topicWords = tokens.filter(({ weight }) => weight >= 0.9).length;
  const calibration = calibrationFor(base, text, meanings !== undefined);
  return { base, matches: matches.slice(0, consideredUnits), known: query.known, topicWords, calibration };
}

function calibrationFor({ calibration, locale }: KnowledgeBase, text: string, hasMeanings: boolean): Calibration {
  if (!hasMeanings) return calibration.words;
  const isForeign = calibration.otherLanguage !== undefined && languageOf(visitorLocale(text, locale)) !== languageOf(locale);
  return (isForeign ? calibration.otherLanguage : calibration.vectors) ?? calibration.words;
}

function matchOf(unit: number, phrasing: number, answer: number, known: number, meaning?: number): BaseMatch {
  return { unit, phrasing, answer, meaning: meaning ?? 0, fit: 0, score: mixScore(phrasing, answer, meaning, known) };
}

/** What words, vectors and the classifier find, the best of each judged by all of them. */
function fuse(
  base: KnowledgeBase,
  byWords: readonly WordsMatch[],
  meanings: Float32Array,
  known: number,
  vector: Float32Array | null,
  hidden: Hidden,
): BaseMatch[] {
  const meaningOf = (unit: number) => Math.max(0, meanings[unit] as number);
  const found = new Map(byWords.map(({ unit, phrasing, answer }) => [unit, matchOf(unit, phrasing, answer, known, meaningOf(unit))]));
  const matchAt = (unit: number) => found.get(unit) ?? matchOf(unit, 0, 0, known, meaningOf(unit));
  if (base.classifier === undefined || vector === null) {
    for (const unit of highest(meanings, consideredUnits)) found.set(unit, matchAt(unit));
    return [...found.values()];
  }
  const scores = new Float32Array(base.units.size);
  for (let unit = 0; unit < scores.length; unit += 1) scores[unit] = mixScore(0, 0, meaningOf(unit), known);
  for (const { unit, score } of found.values()) scores[unit] = score;
  const fits = poolProbabilities(base.classifier.logits(vector), scores, hidden.answerOf);
  return highest(fits.subarray(0, base.units.size), consideredUnits).map((unit) => {
    const fit = fits[unit] as number;
    // The root spreads small probabilities out, so that scores compare with those of bases without a classifier.
    return { ...matchAt(unit), fit, score: Math.sqrt(fit) };
  });
}

/**
 * A classifier tells a pack's units apart and knows of no others: that nothing in the pack fits "how much is it?" as well as
 * what delivery costs says little on a page that tells its price. Where a unit of another base is nearer by words and
 * vectors, the classifier's word counts for as much less.
 */
function besideEachOther(found: readonly Found[]): Found[] {
  const nearest = Math.max(0, ...found.filter(({ base }) => base.classifier === undefined).map(({ matches }) => matches[0]?.score ?? 0));
  return found.map((each) => {
    if (each.base.classifier === undefined || nearest === 0) return each;
    const matches = each.matches.map((match) => {
      const share = Math.min(1, mixScore(match.phrasing, match.answer, match.meaning, each.known) / nearest);
      return { ...match, fit: match.fit * share, score: match.score * share };
    });
    return { ...each, matches: matches.sort((a, b) => b.score - a.score || a.unit - b.unit) };
  });
}

/** The numbers of the highest values, highest first. */
function highest(values: Float32Array, count: number): number[] {
  const kept: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const last = kept[kept.length - 1];
    if (kept.length === count && last !== undefined && value <= (values[last] as number)) continue;
    let place = kept.length;
    while (place > 0 && value > (values[kept[place - 1] as number] as number)) place -= 1;
    kept.splice(place, 0, index);
    if (kept.length > count) kept.pop();
  }
  return kept;
}

/**
 * The follow-up's own words lead: what they fit best, the topic brings forward; what they do not fit at all, it brings in
 * only as far as they fit nothing ("and why?").
 */
function withTopic(own: Found, topic: Found): Found {
  const best = own.topicWords === 0 ? 0 : (own.matches[0]?.score ?? 0);
  const certainty = Math.min(1, best / plainFit);
  const merged = new Map(own.matches.map((match) => [match.unit, match]));
  for (const match of topic.matches) {
    const mine = merged.get(match.unit);
    const score = mine?.score ?? 0;
    const share = topicShare * (1 - certainty * (1 - (best === 0 ? 0 : Math.min(1, score / best))));
    if (share === 0) continue;
    merged.set(match.unit, {
      unit: match.unit,
      phrasing: Math.max(mine?.phrasing ?? 0, share * match.phrasing),
      answer: Math.max(mine?.answer ?? 0, share * match.answer),
      meaning: Math.max(mine?.meaning ?? 0, share * match.meaning),
      fit: Math.max(mine?.fit ?? 0, share * match.fit),
      score: score + share * match.score * (1 - score),
    });
  }
  const matches = [...merged.values()].sort((a, b) => b.score - a.score || a.unit - b.unit);
  // Words that the content does not know stay unknown, whatever was talked about before.
  return { ...own, matches, known: own.topicWords === 0 ? topicShare * topic.known : own.known };
}

/** What one word or two of a follow-up's own leave to what it means together with the topic; more words speak for themselves. */
const jointShares = [0.8, 0.7, 0.5];
const leastJointShare = 0.25;
/** A follow-up that only names another country asks nothing by itself. */
const substituteShare = 0.75;

/** Words that ask for something themselves ("and returns?") change the topic: the better they fit, the less is left to it. */
function jointShare({ topicWords, matches }: Found): number {
  return (jointShares[topicWords] ?? leastJointShare) * (1 - (matches[0]?.score ?? 0));
}

/**
 * A follow-up of few words ("and for France?") is searched once more with the topic's words before it, the plainest way to
 * resolve what it leaves out (Dalton et al., TREC CAsT 2019).
 */
function withJoint(own: Found, joint: Found, share: number): Found {
  const mixed = new Map<number, BaseMatch>();
  const add = (matches: readonly BaseMatch[], weight: number) => {
    for (const match of matches) {
      const known = mixed.get(match.unit);
      const sum = (name: Exclude<keyof BaseMatch, 'unit'>) => (known?.[name] ?? 0) + weight * match[name];
      const figures = { score: sum('score'), phrasing: sum('phrasing'), answer: sum('answer'), meaning: sum('meaning'), fit: sum('fit') };
      mixed.set(match.unit, { unit: match.unit, ...figures });
    }
  };
  add(own.matches, 1 - share);
  add(joint.matches, share);
  const matches = [...mixed.values()].sort((a, b) => b.score - a.score || a.unit - b.unit);
  // A word that the content does not know stays unknown in whatever company.
  return { ...own, matches, topicWords: joint.topicWords, known: own.topicWords === 0 ? joint.known : Math.min(own.known, joint.known) };
}

/**
 * One candidate a unit: scored by its best variant, told in the variant that the visitor prefers. A question that a page
 * shows under the title of one of the pack's units is that unit.
 */
function merge(found: readonly Found[]): Candidate[] {
  const candidates = new Map<string, Candidate>();
  const packTitles = new Map<string, string>();
  for (const { base, matches } of found) {
    for (const match of matches) {
      const unit = base.units.at(match.unit);
      const title = normalizeText(unit.title);
      const key = base.tier === 'page' ? (packTitles.get(title) ?? unit.id) : unit.id;
      if (base.tier === 'pack') packTitles.set(title, unit.id);
      const known = candidates.get(key);
      const { unit: _, ...figures } = match;
      if (known === undefined) candidates.set(key, { unit, locale: base.locale, tier: base.tier, ...figures });
      else if (figures.score > known.score) candidates.set(key, { ...known, ...figures });
    }
  }
  return [...candidates.values()]
    .sort((a, b) => b.score - a.score || (a.unit.id < b.unit.id ? -1 : 1))
    .slice(0, consideredUnits)
    .map((candidate) => inPreferredLocale(candidate, found));
}

/** The unit may have been found through English words only; if the visitor's own locale has it, that is shown. */
function inPreferredLocale(candidate: Candidate, found: readonly Found[]): Candidate {
  for (const { base } of found) {
    if (base.locale === candidate.locale) return candidate;
    const index = base.tier === candidate.tier ? base.units.indexOf(candidate.unit.id) : -1;
    if (index >= 0) return { ...candidate, unit: base.units.at(index), locale: base.locale };
  }
  return candidate;
}

function bestOf(found: readonly Found[]): Found | undefined {
  return found.reduce<Found | undefined>(
    (best, each) => ((each.matches[0]?.score ?? 0) > (best?.matches[0]?.score ?? -1) ? each : best),
    undefined,
  );
}
