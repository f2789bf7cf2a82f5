import { plainText, safeHref } from '../content/answer-document.ts';
import type { Contact } from '../content/unit.ts';
import type { Policy } from '../decide/decide.ts';
import type { Choice, Decision, Reason } from '../decide/decision.ts';
import type { GuidePhrases } from '../guide/tongues/tongue-data.ts';
import { canonicalLocale, type Language, type Locale, languageOf, localeChain, spokenLanguage } from '../language/locale.ts';
import type { PackedUnit } from '../pack/units-shard.ts';
import { type ConditionContext, holds } from '../policy/condition.ts';
import type { GuideEvidence, JourneyEvidence } from '../retrieve/evidence.ts';
import { compareProducts } from './compare-products.ts';
import { journeyDraft, journeyReason } from './journey-step.ts';
import { ar } from './phrases/ar.ts';
import { de } from './phrases/de.ts';
import { en } from './phrases/en.ts';
import { es } from './phrases/es.ts';
import { fr } from './phrases/fr.ts';
import { ja } from './phrases/ja.ts';
import { fill, type Phrases } from './phrases/phrases.ts';
import { pt } from './phrases/pt.ts';
import { ru } from './phrases/ru.ts';
import { zh } from './phrases/zh.ts';
import type { ContactWay, Reply, ReplyJourney } from './reply.ts';

const phrases: Record<Language, Phrases> = { en, zh, es, de, fr, pt, ar, ru, ja };

export interface AnswerContext {
  /** The visitor's locale: the language of the agent's own words. */
  readonly locale: Locale;
  readonly siteName: string;
  /** What conditions are asked of, to tell restrictions that could not be checked. */
  readonly known: ConditionContext;
  /** The unit with this id in this locale. */
  readonly unit: (id: string, locale: Locale) => PackedUnit | undefined;
  /** The guides at hand, and what is said in them; left out where there are none. */
  readonly guides?: GuideEvidence;
  /** The journeys at hand; left out where there are none. */
  readonly journeys?: JourneyEvidence;
  /** What the site settles. */
  readonly policy: Policy;
}

/** Puts a decision into words: the unit's own, and around them the agent's own in the visitor's language. */
export function answer(decision: Decision, context: AnswerContext): Reply {
  const say = phrases[spokenLanguage(context.locale)];
  const plain = withUnfinished(
    withJourney(withStep(draftOf(decision, say, context), decision, say, context), decision, context),
    decision,
    context,
  );
  const isAtStake = decision.kind === 'answer' && decision.atStake !== undefined;
  const draft = isAtStake || decision.isUpset ? withPerson(plain, isAtStake ? say.atStake : say.personHere, say, context) : plain;
  const reason =
    reasonOfJourney(decision.reason, context) ?? reasonText(decision.reason, say, context.guides?.tongue(context.locale).phrases);
  return { locale: spokenLanguage(context.locale), ...draft, reason, text: replyText(draft) };
}

/** A way to a person beside whatever is replied. */
function withPerson(draft: Draft, words: string, say: Phrases, { policy, locale }: AnswerContext): Draft {
  if (draft.contact.length > 0) return draft;
  const contact = contactWays(policy.contact, say, locale);
  return contact.length === 0 ? draft : { ...draft, notes: [...draft.notes, words], contact };
}

/** A reply without what is made from the rest of it. */
export type Draft = Omit<Reply, 'locale' | 'reason' | 'text'>;

const empty = { notes: [], choices: [], contact: [] } as const;

function draftOf(decision: Decision, say: Phrases, context: AnswerContext): Draft {
  switch (decision.kind) {
    case 'answer':
      return { ...answerDraft(decision.unit, decision.locale, say, context), choices: decision.choices ?? [] };
    case 'clarify':
      return { ...empty, lead: say.whichOne, choices: decision.choices.map((choice) => withLanguage(choice, context.locale)) };
    case 'guide':
    case 'journey':
      return { ...empty, lead: '', choices: decision.choices };
    case 'act':
      return { ...empty, lead: '' };
    case 'escalate':
      return offerPerson(
        beforePerson(decision.reason, say, context.guides?.tongue(context.locale).phrases),
        decision.contact,
        say,
        context,
      );
    case 'decline':
      return declineDraft(decision.reason, decision.contact, say, context);
  }
}

/** Says which language a choice leads to, where it is not the visitor's. */
function withLanguage(choice: Choice, visitor: Locale): Choice {
  if (languageOf(choice.locale) === languageOf(visitor)) return choice;
  return { ...choice, label: `${choice.label} (${languageName(choice.locale, visitor)})` };
}

function beforePerson(reason: Reason, say: Phrases, inGuide: GuidePhrases | undefined): string {
  switch (reason.because) {
    case 'asked-for-person':
    case 'upset':
      return '';
    case 'twice-unsolved':
      return say.nothingFits;
    case 'guide-unsolved':
      return inGuide?.notFound ?? say.nothingLeft;
    case 'guide-person':
      return inGuide?.needsPerson ?? '';
    case 'guide-danger':
      return inGuide?.danger ?? '';
    default:
      return say.nothingLeft;
  }
}

/** Where a guide is under way, its step, and the choices in words. */
function withStep(draft: Draft, { walk, kind, reason }: Decision, say: Phrases, context: AnswerContext): Draft {
  const { guides } = context;
  const guide = walk === undefined ? undefined : guides?.of(walk.guide, walk.locale);
  if (walk === undefined || guide === undefined || guides === undefined) return draft;
  const { step, ...rest } = guides.engine.draft(draft, guide, walk, guides.tongue(context.locale).phrases);
  if (step === undefined) return rest;
  // One question at a time: the guide's own waits until it is clear what the visitor meant.
  const { words: _, ...waiting } = step;
  const isForeign = reason.because === 'guide-fits' && languageOf(walk.locale) !== languageOf(context.locale);
  const notes = isForeign ? [...rest.notes, fill(say.onlyIn, { language: languageName(walk.locale, context.locale) })] : rest.notes;
  return { ...rest, notes, step: kind === 'clarify' ? waiting : step };
}

/** Where a journey is under way, its step, and the choices in words. */
function withJourney(draft: Draft, { trip }: Decision, { journeys, locale, known, policy }: AnswerContext): Draft {
  const journey = trip === undefined ? undefined : journeys?.of(trip.journey, trip.locale);
  if (trip === undefined || journey === undefined || journeys === undefined) return draft;
  const products = journeys.products(trip.locale) as unknown as ConditionContext[];
  const tongue = journeys.tongue(locale);
  const drafted = journeyDraft(draft, trip, { engine: journeys.engine, journey, tongue, known: { ...known, products }, policy });
  const { standing, done } = trip;
  if (standing.kind !== 'compare' || done !== undefined || drafted.journey === undefined) return drafted;
  return { ...drafted, journey: { ...drafted.journey, comparison: compareProducts(standing, tongue) } };
}

/** What was left before, where it is offered to go on with it. */
function withUnfinished(draft: Draft, { unfinished }: Decision, { guides, journeys, locale }: AnswerContext): Draft {
  const { title = '', isGuide } = unfinished ?? {};
  const words = isGuide === true ? guides?.tongue(locale).phrases.goOnWith : journeys?.tongue(locale).phrases.inTheMiddle;
  if (unfinished === undefined || words === undefined) return draft;
  return { ...draft, notes: [...draft.notes, fill(words, { journey: title, guide: title })] };
}

function reasonOfJourney(reason: Reason, { journeys, locale }: AnswerContext): string | undefined {
  const isOfJourney = reason.because === 'journey-fits' || reason.because === 'journey-step' || reason.because === 'right';
  if (!isOfJourney) return undefined;
  return journeys === undefined ? '' : journeyReason(reason, journeys.tongue(locale));
}

function answerDraft(id: string, locale: Locale, say: Phrases, context: AnswerContext): Draft {
  const unit = context.unit(id, locale);
  if (unit === undefined) return { ...empty, lead: say.nothingFits };
  const notes: string[] = [];
  if (languageOf(locale) !== languageOf(context.locale)) notes.push(fill(say.onlyIn, { language: languageName(locale, context.locale) }));
  // Whether it applies could not be checked, so the visitor is told what it is limited to.
  if (unit.when !== undefined && unit.limits !== undefined && holds(unit.when, context.known) === undefined) {
    notes.push(fill(say.appliesTo, { list: Object.values(unit.limits).flat().join(', ') }));
  }
  const source = unit.source === undefined ? {} : { source: unit.source };
  return { ...empty, lead: '', notes, answer: { unit: id, title: unit.title, locale, document: unit.answer, ...source } };
}

function declineDraft(reason: Reason, contact: Contact, say: Phrases, context: AnswerContext): Draft {
  switch (reason.because) {
    case 'greeting':
      return { ...empty, lead: say.greeting };
    case 'thanks':
      return { ...empty, lead: say.thanks };
    case 'about-me':
      return { ...empty, lead: fill(say.aboutMe, { site: context.siteName }) };
    case 'no-question':
      return { ...empty, lead: say.noQuestion };
    case 'not-here':
      return offerPerson(fill(say.notHere, { question: reason.question }), contact, say, context);
    default:
      return offerPerson(say.nothingFits, contact, say, context);
  }
}

/** Offers a person after the given words; without a way to reach one the reply says so instead of promising. */
function offerPerson(words: string, contact: Contact, say: Phrases, context: AnswerContext): Draft {
  const ways = contactWays(contact, say, context.locale);
  return { ...empty, lead: `${words} ${ways.length > 0 ? say.personHere : say.noContact}`.trim(), contact: ways };
}

function contactWays(contact: Contact, say: Phrases, locale: Locale): ContactWay[] {
  const ways: ContactWay[] = [];
  if (contact.email !== undefined) ways.push({ label: say.email, text: contact.email, href: `mailto:${contact.email}` });
  if (contact.phone !== undefined)
    ways.push({ label: say.phone, text: contact.phone, href: `tel:${contact.phone.replace(/[^+\d]/g, '')}` });
  const href = contact.url === undefined ? undefined : safeHref(contact.url);
  if (contact.url !== undefined) ways.push({ label: say.website, text: contact.url, ...(href === undefined ? {} : { href }) });
  const available = Object.keys(contact.hours ?? {});
  const hoursLocale = localeChain(locale, available, available[0] ?? 'en')[0];
  const hours = hoursLocale === undefined ? undefined : contact.hours?.[hoursLocale];
  if (hours !== undefined && ways.length > 0) ways.push({ label: say.hours, text: hours });
  return ways;
}

function reasonText(reason: Reason, say: Phrases, inGuide: GuidePhrases | undefined): string {
  switch (reason.because) {
    case 'sure':
      return fill(say.reasonSure, { question: reason.question, percent: String(Math.round(100 * reason.confidence)) });
    case 'chosen':
      return fill(say.reasonChosen, { question: reason.question });
    case 'next-best':
      return fill(say.reasonNextBest, { question: reason.question });
    case 'several-close':
      return fill(say.reasonSeveralClose, { count: String(reason.count) });
    case 'not-here':
      return fill(say.reasonNotHere, { question: reason.question });
    case 'nothing-fits':
      return say.reasonNothingFits;
    case 'nothing-left':
      return say.reasonNothingLeft;
    case 'twice-unsolved':
    case 'upset':
      return say.reasonNothingFits;
    case 'no-question':
      return say.reasonNoQuestion;
    case 'asked-for-person':
      return say.reasonPerson;
    case 'guide-fits':
      return fill(inGuide?.reasonGuideFits ?? '', { guide: reason.guide, percent: String(Math.round(100 * reason.confidence)) });
    case 'guide-step':
      return fill(inGuide?.reasonGuideStep ?? '', { guide: reason.guide });
    case 'guide-unsolved':
      return fill(inGuide?.reasonGuideNotFound ?? '', { guide: reason.guide });
    case 'guide-person':
    case 'guide-danger':
      return fill(inGuide?.reasonGuidePerson ?? '', { guide: reason.guide });
    default:
      return say.reasonSocial;
  }
}

function languageName(locale: Locale, inLocale: Locale): string {
  return new Intl.DisplayNames([ownLocale(inLocale), 'en'], { type: 'language' }).of(locale) ?? locale;
}

/** The locale of the agent's own words, with the visitor's region where it is one of their language. */
function ownLocale(locale: Locale): Locale {
  const spoken = spokenLanguage(locale);
  const canonical = canonicalLocale(locale);
  return canonical !== undefined && languageOf(canonical) === spoken ? canonical : spoken;
}

function replyText(draft: Draft): string {
  return [
    draft.lead,
    draft.answer === undefined ? '' : plainText(draft.answer.document),
    draft.step?.words ?? '',
    ...(draft.step?.details ?? []).flatMap(({ heading, document }) => [heading, plainText(document)]),
    ...(draft.journey === undefined ? [] : journeyLines(draft.journey)),
    ...draft.choices.map((choice, index) => `${index + 1}. ${choice.label}`),
    ...draft.notes,
    ...draft.contact.map((way) => `${way.label}: ${way.text}`),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function journeyLines({ words, asked, summary, comparison = [] }: ReplyJourney): string[] {
  const lineOf = ({ label, value, note, to, because }: ReplyJourney['summary'][number]) =>
    `${label}: ${[value, note, to, because].filter((part) => part !== undefined && part !== '').join(' · ')}`;
  return [
    ...words,
    ...summary.map(lineOf),
    ...comparison.map(({ title, reasons }) => [title, ...reasons].join(' · ')),
    ...(asked === undefined ? [] : [asked]),
  ];
}
