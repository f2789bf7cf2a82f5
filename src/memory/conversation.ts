import type { Reply } from '../answer/reply.ts';
import type { Choice, Tier } from '../decide/decision.ts';
import { type ConversationState, emptyState } from '../decide/state.ts';
import type { Locale } from '../language/locale.ts';
import type { Need } from '../outcome/need.ts';

/** One thing said, as it stands in the transcript. */
export type Message =
  | { readonly from: 'visitor'; readonly id: number; readonly at: string; readonly text: string; readonly locale: Locale }
  | {
      readonly from: 'agent';
      readonly id: number;
      readonly at: string;
      readonly reply: Reply;
      /** What the visitor said of the answer. */
      readonly feedback?: 'solved' | 'not-solved';
      /** What a language model said from several units, checked; it stands below the found one. */
      readonly better?: BetterReply;
    };

export interface BetterReply {
  readonly text: string;
  readonly locale: Locale;
  readonly tier: Extract<Tier, 'device' | 'relay'>;
  /** Who wrote it and what it rests on, in words: titles of units, or that it is a machine's translation. */
  readonly from: readonly string[];
  /** What the visitor may have meant, to be taken with one tap. */
  readonly choice?: Choice;
}

/** All that is kept of a visitor's talk with one site: plain data, saved and restored as it is. */
export interface Conversation {
  readonly messages: readonly Message[];
  readonly state: ConversationState;
  readonly needs: readonly Need[];
  /** Rises with every change, so that two tabs can tell which copy is newer. */
  readonly revision: number;
}

export const emptyConversation: Conversation = { messages: [], state: emptyState, needs: [], revision: 0 };

/** Older messages are let go of, so that a long conversation stays quick to save and to draw. */
const mostMessages = 200;

export function addMessages(conversation: Conversation, added: readonly Omit<Message, 'id'>[]): Conversation {
  let id = conversation.messages.at(-1)?.id ?? 0;
  const messages = [...conversation.messages, ...added.map((message) => ({ ...message, id: ++id }) as Message)];
  return { ...conversation, messages: messages.slice(-mostMessages), revision: conversation.revision + 1 };
}
