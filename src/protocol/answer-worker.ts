import type { Reply } from '../answer/reply.ts';
import type { PageTold } from '../content/page-units.ts';
import type { Decision, Ranked } from '../decide/decision.ts';
import type { Input, TurnContext } from '../decide/input.ts';
import type { ConversationState } from '../decide/state.ts';
import type { CheckedReply } from '../generate/check-reply.ts';
import type { PromptUnit, Said } from '../generate/prompt.ts';
import type { ReplyBrief } from '../generate/reply-brief.ts';
import type { Task } from '../generate/tasks/task.ts';
import type { HandoffCircumstances, HandoffLine } from '../handoff/compose-handoff.ts';
import type { DoneByPerson } from '../journey/own-requests.ts';
import type { Locale } from '../language/locale.ts';
import type { Conversation } from '../memory/conversation.ts';
import type { Need } from '../outcome/need.ts';
import type { WireError } from './errors.ts';

/** Has the page read for its own words, told in a locale. A page that cannot be read tells nothing. */
export type TellPage = (locale: Locale) => Promise<PageTold>;

/**
 * The boundary between the page and the answer worker. All but `TellPage`, which the worker calls back, is plain data
 * (structured clone); the worker holds packs and storage, the page holds the conversation and hands over what a turn
 * needs.
 */
export interface AnswerService {
  /** Says what this page is; called first, and again whenever something of it changes. */
  prepare(setup: Setup, tellPage: TellPage): Promise<void>;
  /** Opens what answers in the visitor's locale. A pack that cannot be opened is told in the result, not thrown. */
  ready(): Promise<Ready>;
  /** Takes one turn. Rejects with a WireError. */
  take(request: TurnRequest): Promise<TurnResult>;
  /** Gives up a turn under way; its promise rejects with `cancelled`. */
  cancel(turn: number): Promise<void>;
  /** The saved conversation of this site, or null. */
  recall(): Promise<Conversation | null>;
  /** Saves the conversation unless a newer one is saved already. */
  remember(conversation: Conversation): Promise<Stored>;
  /**
   * What would be sent to a person, redacted; nothing leaves yet. Null where no relay takes handoffs. Rejects with
   * `relay-unreachable` where that cannot be told now.
   */
  draftHandoff(circumstances: HandoffCircumstances): Promise<HandoffDraft | null>;
  /** Adds to the last draft the story as a language model tells it; null where nothing is drafted any more. */
  tellStory(told: string): Promise<HandoffDraft | null>;
  /** Sends the last draft without the lines that were struck out. It waits on the device until it has arrived. */
  handOver(wish: HandOverWish): Promise<void>;
  /** Writes to the person. Waits on the device until it has arrived. */
  say(text: string, locale: Locale): Promise<void>;
  /** What else the visitor does in a talk: passing things, which are not kept. */
  signal(signal: TalkSignal): Promise<void>;
  /** Tells of the talk with a person, at once and whenever it changes, for as long as there is one to follow. */
  follow(onChange: (talk: TalkView) => void): Promise<void>;
  /**
   * What a language model is to write a reply from: null where the unit's own words are the whole reply, or what briefs
   * models cannot be loaded now.
   */
  briefReply(wish: BriefWish): Promise<WireBrief | null>;
  /** Checks what a model wrote against the units of the last brief. */
  checkReply(text: string): Promise<CheckedReply>;
  /** What to ask a model for something besides replies; null where a model is not to be asked. */
  briefTask(wish: TaskWish): Promise<WireTask | null>;
  /** What can be kept of what a model wrote for the last task; null where that is nothing. */
  readTask(text: string): Promise<string | null>;
  /** What is kept on this device for this site. */
  inventory(): Promise<Inventory>;
  /** Deletes all that is kept on this device for this site: conversation, outcomes, packs. */
  erase(): Promise<void>;
}

/** What a model may be asked besides replies; what it writes is text, and of a guide's reply one of the options. */
export type TaskWish =
  | { readonly kind: 'translation'; readonly unit: string; readonly from: Locale; readonly to: Locale }
  | { readonly kind: 'follow-up'; readonly text: string; readonly before: readonly Said[]; readonly locale: Locale }
  | { readonly kind: 'guide-reply'; readonly question: string; readonly options: readonly string[]; readonly reply: string }
  | { readonly kind: 'summary'; readonly said: readonly Said[]; readonly locale: Locale };

export type WireTask = Omit<Task, 'read'>;

/** A question with what was decided about it. */
export interface BriefWish {
  readonly question: string;
  /** The question as a model wrote it out; what is found for it takes the candidates' place. */
  readonly rewritten?: string;
  readonly locale: Locale;
  readonly candidates: readonly Ranked[];
  /** What was said before, oldest first. */
  readonly before: readonly Said[];
}

/** A brief without what only the check needs. */
export type WireBrief = Pick<ReplyBrief, 'question' | 'locale' | 'messages'> & { readonly units: readonly PromptUnit[] };

export interface Setup {
  /** Absolute address of the pack's manifest; left out where the site has none. */
  readonly packUrl?: string;
  /** Absolute address of the folder with the built-in encoder's weights. */
  readonly encoderUrl: string;
  /** Absolute address of the script that runs hub encoders. */
  readonly hubRuntimeUrl: string;
  /** Ids of the products that the page is about; left out where nobody says. */
  readonly products?: readonly string[];
  /** The site's relay; left out where it has none. */
  readonly relay?: { readonly url: string; readonly site: string; readonly identity?: string };
  /** What talks to the relay, loaded only where there is one. */
  readonly relayClient: ScriptAddress;
  /** What takes out of texts what must not leave the device. */
  readonly redactor: ScriptAddress;
  /** Whether postal addresses are taken out, too. */
  readonly redactsAddresses?: boolean;
  /** What briefs language models and checks what they write, loaded only where one is to write. */
  readonly replyEngine: ScriptAddress;
  /** What walks guides, loaded only where a pack has some. */
  readonly guideEngine: ScriptAddress;
  /** What takes visitors through journeys, loaded only where a pack has some. */
  readonly journeyEngine: ScriptAddress;
  readonly locale: Locale;
  /** The page's address, without its fragment. */
  readonly pageUrl: string;
  /** The site's name where there is no pack to tell it. */
  readonly siteName: string;
  /** False until the visitor acts, or where the site's consent says no. */
  readonly mayStore: boolean;
}

/** A script that has to be what its hash says. */
export interface ScriptAddress {
  /** Absolute. */
  readonly url: string;
  /** Subresource integrity, `sha256-…`. */
  readonly integrity: string;
}

export type PackStatus =
  | { readonly state: 'none' }
  | { readonly state: 'ready'; readonly version: string; readonly from: 'network' | 'device' }
  | { readonly state: 'failed'; readonly error: WireError };

export interface Ready {
  readonly pack: PackStatus;
  /** Why questions get no vectors although the pack has some: words alone answer. */
  readonly encoderFailure?: WireError;
  /** Titles worth suggesting, in the visitor's locale, at most six. */
  readonly suggestions: readonly string[];
  /** Titles of what many ask about now, in the visitor's locale, at most three: they come first. */
  readonly hot: readonly string[];
}

export interface TurnRequest {
  /** Chosen by the page, so that it can cancel. */
  readonly turn: number;
  readonly input: Input;
  readonly state: ConversationState;
  readonly needs: readonly Need[];
  readonly context: TurnContext;
}

export interface TurnResult {
  readonly parts: readonly { readonly reply: Reply; readonly decision: Decision }[];
  readonly state: ConversationState;
  readonly needs: readonly Need[];
  /** The locale that the turn was taken in: the visitor's, or the one that the words are plainly in. */
  readonly locale: Locale;
  readonly pack: PackStatus;
  /** As in `Ready`. */
  readonly encoderFailure?: WireError;
  /** Time of the turn itself, in milliseconds. */
  readonly milliseconds: number;
}

/** What would be sent to a person, and the words for asking whether it may be. */
export interface HandoffDraft {
  readonly lines: readonly HandoffLine[];
  readonly words: Readonly<Record<'title' | 'send' | 'whatIsSent' | 'untick' | 'emailLabel', string>>;
  /** The language that the desk works in. */
  readonly deskLocale: Locale;
}

export interface HandOverWish {
  /** Ids of lines that are not to be sent. */
  readonly struck: readonly string[];
  /** Where the reply goes when the visitor is gone. */
  readonly email?: string;
  /** Number of the message in the transcript that the talk follows. */
  readonly after: number;
}

export type TalkSignal = 'typing' | 'seen' | 'leave';

/** The talk with a person as it is shown, in the visitor's language. */
export interface TalkView {
  /** Number of the message in the transcript that it follows. */
  readonly after: number;
  readonly isOver: boolean;
  readonly lines: readonly TalkViewLine[];
  /** How it stands. */
  readonly status: string;
  /** Whether something waits to be sent. */
  readonly isWaiting: boolean;
  /** Answers that the visitor has not seen. */
  readonly unread: number;
  readonly words: Readonly<Record<'end' | 'placeholder' | 'answered', string>>;
}

export interface TalkViewLine {
  readonly id: string;
  readonly from: 'visitor' | 'person';
  readonly text: string;
  readonly locale?: Locale;
  /** Who wrote it. */
  readonly name: string;
  /** What became of a visitor's message, in words; empty while that goes without saying. */
  readonly note: string;
  /** What a person had done, in place of words. */
  readonly done?: DoneByPerson;
}

/** What became of a wish to store something. */
export type Stored = 'stored' | 'not-allowed' | 'unavailable' | 'full' | 'older';

export interface Inventory {
  readonly messages: number;
  readonly needs: number;
  /** Pages that the offline worker keeps. */
  readonly pages: number;
  readonly packs: readonly {
    readonly site: string;
    readonly version: string;
    readonly locales: readonly Locale[];
    readonly bytes: number;
  }[];
  /** Bytes of the encoder's weights. */
  readonly weights: number;
  readonly storage: 'available' | 'unavailable';
}
