import { stepDraft } from '../answer/step.ts';
import { askAgain, beginGuide, decideInGuide, reopenGuide, resumeGuide } from '../decide/decide-guide.ts';
import { hearReply } from './hear-reply.ts';
import { knownIn } from './note-facts.ts';
import { agrees, bareReply, isCommand, tongueOf } from './reply-text.ts';
import { isAbout, nodeAt } from './walk.ts';

/** All that walks guides, as one object: browsers load it by itself, and only where a pack has guides. */
export const guideEngine = {
  begin: beginGuide,
  askAgain,
  resume: resumeGuide,
  reopen: reopenGuide,
  agrees,
  bareReply,
  isCommand,
  decide: decideInGuide,
  hear: hearReply,
  draft: stepDraft,
  nodeAt,
  isAbout,
  knownIn,
  tongueOf,
};

export type GuideEngine = typeof guideEngine;
