import { choicesAt, guideChoices } from '../decide/decide-guide.ts';
import type { GuideMark } from '../decide/decision.ts';
import type { Guide, GuideFix, GuideNode } from '../guide/guide.ts';
import type { GuidePhrases } from '../guide/tongues/tongue-data.ts';
import { fixAt, nodeAt } from '../guide/walk.ts';
import type { Draft } from './answer.ts';
import type { ReplyStep } from './reply.ts';

/** Puts the step of a guide that a decision leads to into words: the guide's own, and a few of the agent's before them. */
export function stepDraft(draft: Draft, guide: Guide, walk: GuideMark, say: GuidePhrases): Draft {
  // After a side question the guide's own question stands again, with what can be answered to it.
  const isAside = draft.choices.length === 0 && walk.node !== undefined && walk.done === undefined;
  const offered = isAside ? choicesAt(guide, { at: walk.node ?? '', locale: walk.locale }) : draft.choices;
  const choices = offered.map((choice) => (choice.label === '' ? { ...choice, label: ownLabel(choice.id, say) } : choice));
  const step: ReplyStep = {
    guide: guide.id,
    title: guide.title,
    locale: walk.locale,
    known: knownSoFar(guide, walk, say),
    hasBack: walk.done === undefined && walk.past.some(({ by }) => by === 'reply'),
    details: [],
  };
  const fix = walk.node === undefined ? undefined : fixAt(guide, walk.node);
  if (walk.done !== undefined) return { ...draft, step, ...ending(draft, walk, fix, say, step) };
  const node = walk.node === undefined ? undefined : nodeAt(guide, walk.node);
  const lead = [draft.lead, before(walk, node, say)].filter((words) => words !== '').join(' ');
  if (fix !== undefined)
    return { ...draft, lead, choices, step: { ...step, ...(walk.said === 'later' ? { words: fix.text } : fixStep(fix, say)) } };
  return node === undefined ? draft : { ...draft, lead, choices, step: { ...step, ...nodeStep(node, walk, say) } };
}

function ownLabel(id: string, say: GuidePhrases): string {
  if (id === guideChoices.worked) return say.isGone;
  return id === guideChoices.failed ? say.isNotGone : say.dontKnow;
}

function knownSoFar(guide: Guide, { past }: GuideMark, say: GuidePhrases): ReplyStep['known'] {
  return past.flatMap(({ at, option, by }) => {
    const node = nodeAt(guide, at);
    const fix = node === undefined ? fixAt(guide, at) : undefined;
    if (fix !== undefined) return [{ question: fix.text, answer: say.isNotGone }];
    const answer = node?.options.find(({ id }) => id === option)?.label;
    return node === undefined || answer === undefined || by === 'guess' ? [] : [{ question: node.question, answer }];
  });
}

function ending(draft: Draft, { done }: GuideMark, fix: GuideFix | undefined, say: GuidePhrases, step: ReplyStep): Partial<Draft> {
  if (done === 'cancelled') return { lead: say.cancelled };
  if (done !== 'fixed') return { lead: draft.lead };
  const details = fix?.prevention === undefined ? [] : [{ heading: say.soItStays, document: fix.prevention }];
  return { lead: say.fixedIt, step: { ...step, details } };
}

/** The agent's own words before the question. */
function before({ said }: GuideMark, node: GuideNode | undefined, say: GuidePhrases): string {
  switch (said) {
    case 'again':
      return say.notUnderstood;
    case 'choose':
    case 'which':
      return say.pickOne;
    case 'how':
      return node?.how === undefined && node !== undefined ? say.noHow : '';
    case 'why':
      return node?.why ?? say.whyAsked;
    case 'first':
      return say.firstStep;
    case 'went-back':
      return say.wentBack;
    case 'restarted':
      return say.restarted;
    case 'corrected':
      return say.corrected;
    case 'noted':
      return say.noted;
    case 'recheck':
      return say.recheck;
    case 'outcome':
      return say.whatCameOfIt;
    case 'passed':
      return say.passedOver;
    case 'changed':
      return say.guideChanged;
    case 'later':
      return say.isItStillGone;
    case 'kept':
      return say.guideKept;
    case 'plain':
      return '';
  }
}

function nodeStep(node: GuideNode, { said }: GuideMark, say: GuidePhrases): Partial<ReplyStep> {
  const { question, how } = node;
  if (how === undefined) return { words: question };
  return said === 'how' ? { words: question, details: [{ heading: say.howToCheck, document: how }] } : { words: question, how };
}

function fixStep(fix: GuideFix, say: GuidePhrases): Partial<ReplyStep> {
  const ask = [{ kind: 'paragraph' as const, content: [fix.check ?? say.isItGone] }];
  return {
    words: fix.text,
    details: [
      ...(fix.risk === 'safety' ? [{ heading: '', document: [{ kind: 'paragraph' as const, content: [say.careful] }] }] : []),
      ...(fix.stopGap === undefined ? [] : [{ heading: say.untilThen, document: fix.stopGap }]),
      ...(fix.steps === undefined ? [] : [{ heading: '', document: fix.steps }]),
      { heading: '', document: ask },
    ],
  };
}
