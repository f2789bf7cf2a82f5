import { afterLead, foldReply, says, withoutFiller } from '../guide/reply-text.ts';
import type { ConditionContext } from '../policy/condition.ts';
import { choosables, productsIn } from './facts.ts';
import { telling } from './find-product.ts';
import type { Journey, JourneySlot, SlotValue } from './journey.ts';
import { type JourneyTongue, wordsPattern } from './journey-tongue.ts';
import { tellsOfProducts } from './rank-products.ts';
import { readSlot } from './slots/read-slot.ts';

export type Command = 'back' | 'restart' | 'skip' | 'stop' | 'why' | 'how' | 'unsure' | 'again';

/** What a message says to the journey itself rather than to its question. */
export function commandIn(text: string, tongue: JourneyTongue): Command | undefined {
  const folded = foldReply(text);
  const { replies, words } = tongue;
  const point = withoutFiller(folded, replies);
  const command = (['restart', 'back', 'skip', 'stop'] as const).find(
    (each) => says(folded, each, 'whole', replies) || says(point, each, 'whole', replies),
  );
  if (command !== undefined) return command;
  if (says(point, 'why', 'lead', replies)) return 'why';
  if (wordsPattern(words.again, tongue, 'whole').test(point)) return 'again';
  if (says(point, 'unsure', 'lead', replies) || wordsPattern(words.forgot, tongue).test(folded)) return 'unsure';
  return undefined;
}

/** What a correction says ("no, the other one"), without the words that start it; undefined where it is none. */
export function correctionIn(text: string, tongue: JourneyTongue): string | undefined {
  const folded = foldReply(text);
  const start = afterLead(folded, 'correction', tongue.replies) ?? afterLead(folded, 'no', tongue.replies);
  if (start === undefined || start === '') return undefined;
  // The visitor's own spelling, as far as it can be told: what follows the first pause.
  const pause = text.search(/[,，、،.:;!]\s*\S/u);
  return pause === -1 ? start : text.slice(pause + 1).trim();
}

/** What words that were said before a slot was asked for already tell of it. Only what can hardly be anything else. */
export function overheard(
  text: string,
  journey: Journey,
  facts: ConditionContext,
  around: HearingSetting,
  wanted: (slot: JourneySlot) => boolean,
) {
  const found: { readonly slot: string; readonly value: SlotValue }[] = [];
  for (const slot of journey.slots) {
    if (!wanted(slot)) continue;
    const value = plainlyIn(text, slot, journey, facts, around);
    if (value !== undefined) found.push({ slot: slot.id, value });
  }
  return found;
}

export interface HearingSetting {
  readonly tongue: JourneyTongue;
  readonly now: string;
  readonly market?: string;
}

function plainlyIn(
  text: string,
  slot: JourneySlot,
  journey: Journey,
  facts: ConditionContext,
  around: HearingSetting,
): SlotValue | undefined {
  switch (slot.type) {
    case 'order-number':
    case 'email':
      return readSlot(text, slot, { ...around, choices: [] });
    case 'contact':
      return readSlot(text, { ...slot, type: 'email' }, { ...around, choices: [] });
    case 'need':
      return tellsOfProducts(telling(text, journey, around.tongue), productsIn(facts), around.tongue) ? text : undefined;
    case 'one-of': {
      const folded = foldReply(text);
      const said = choosables(slot, facts, around.tongue.locale).filter(({ label, words }) =>
        [label, ...words].some((each) => {
          const own = foldReply(each);
          return own.length > 1 && wordsPattern(own.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), around.tongue).test(folded);
        }),
      );
      return said.length === 1 ? said[0]?.id : undefined;
    }
    default:
      return undefined;
  }
}
