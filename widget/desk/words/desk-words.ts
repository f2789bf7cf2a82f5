import type { ActionResult } from '../../../src/journey/actions.ts';
import type { DeskRole, DraftRequest } from '../../../src/protocol/desk.ts';
import type { Handoff, handoffEndings } from '../../../src/protocol/relay.ts';
import type { DeskFailureCode } from '../api/desk-failure.ts';
import type { QueueFilter } from '../parts/desk-queue.ts';
import type { Shortcut } from '../parts/shortcut-keys.ts';

/** The words of the desk, in one language. `{…}` are filled in. */
export interface DeskWords {
  readonly desk: string;
  readonly loading: string;
  readonly again: string;
  readonly cancel: string;
  readonly done: string;
  readonly understood: string;
  readonly save: string;
  readonly saving: string;
  readonly yes: string;
  readonly no: string;
  readonly somebody: string;

  readonly email: string;
  readonly password: string;
  readonly logIn: string;
  readonly loggingIn: string;
  readonly logOut: string;
  readonly expired: string;
  readonly noPassword: string;
  readonly unsentAtLogOut: string;

  readonly cases: string;
  readonly week: string;
  readonly drafts: string;
  readonly members: string;
  readonly audit: string;
  readonly noLine: string;
  readonly tryNow: string;

  readonly queue: string;
  readonly show: string;
  readonly showAll: string;
  readonly filters: Readonly<Record<QueueFilter, string>>;
  readonly site: string;
  readonly sites: string;
  readonly allSites: string;
  /** {time} */
  readonly waitsFor: string;
  readonly closedCase: string;
  readonly withYou: string;
  /** {name} */
  readonly withOther: string;
  /** {number} */
  readonly priority: string;
  /** {count} */
  readonly unseen: string;
  readonly noneFits: string;
  readonly noneWaits: string;
  readonly noneWaitsHint: string;
  readonly chooseCase: string;
  readonly toQueue: string;
  readonly reasons: Readonly<Record<Handoff['reason'], string>>;
  readonly moods: Readonly<Record<Handoff['mood'], string>>;
  readonly tiers: Readonly<Record<Handoff['tier'], string>>;
  readonly endings: Readonly<Record<(typeof handoffEndings)[number], string>>;

  readonly parts: string;
  readonly tabs: Readonly<Record<'talk' | 'story' | 'suggestions', string>>;
  readonly take: string;
  readonly taking: string;
  readonly takeFirst: string;
  readonly release: string;
  readonly closeCase: string;
  readonly makeDraft: string;

  readonly conversation: string;
  readonly visitor: string;
  readonly agent: string;
  readonly you: string;
  /** {time} */
  readonly handedOver: string;
  /** {name} */
  readonly tookIt: string;
  readonly waitsAgain: string;
  /** {name} */
  readonly hasIt: string;
  readonly read: string;
  readonly sending: string;
  readonly notSent: string;
  readonly writeAgain: string;
  readonly visitorTypes: string;
  readonly message: string;
  readonly messageHint: string;
  readonly send: string;
  readonly closedNote: string;
  /** {language} */
  readonly translationNote: string;
  readonly writtenIn: string;

  readonly summary: string;
  /** {language} */
  readonly summaryIn: string;
  readonly problem: string;
  readonly openQuestion: string;
  /** The story as a language model tells it. */
  readonly told: string;
  readonly proposal: string;
  /** {rule} */
  readonly rule: string;
  readonly doIt: string;
  readonly doing: string;
  readonly doItNote: string;
  readonly proposalDone: string;
  /** {name}, {action} */
  readonly didIt: string;
  readonly results: Readonly<Record<Exclude<ActionResult['kind'], 'done'>, string>>;
  readonly facts: string;
  readonly tried: string;
  readonly nothingTried: string;
  readonly guide: string;
  readonly journey: string;
  readonly circumstances: string;
  readonly reason: string;
  readonly page: string;
  readonly product: string;
  readonly language: string;
  readonly mood: string;
  readonly value: string;
  readonly answeredBy: string;
  /** {percent}, with its sign */
  readonly sure: string;
  readonly phone: string;
  readonly consent: string;
  readonly device: string;
  readonly pack: string;
  readonly earlier: string;
  readonly noneEarlier: string;

  readonly suggestions: string;
  readonly suggestionsFor: string;
  readonly look: string;
  readonly looking: string;
  readonly insert: string;
  readonly noPack: string;
  readonly noSuggestions: string;
  readonly suggestionsFailed: string;
  /** {count} */
  readonly found: string;

  readonly howItEnded: string;
  readonly why: string;
  readonly whyMissing: string;
  readonly oftenWhy: string;
  readonly oftenReasons: Readonly<Record<'solved' | 'unsolved', readonly string[]>>;
  readonly close: string;

  readonly draftNote: string;
  readonly draftQuestion: string;
  readonly draftPhrasings: string;
  readonly draftAnswer: string;
  readonly draftUnit: string;
  readonly draftWrong: Readonly<Record<keyof DraftRequest, string>>;
  readonly saveDraft: string;
  readonly draftSaved: string;
  readonly draftsNote: string;
  readonly noDrafts: string;
  /** {name} */
  readonly draftedBy: string;
  readonly toCase: string;

  readonly addMember: string;
  readonly name: string;
  readonly role: string;
  readonly roles: Readonly<Record<DeskRole, string>>;
  readonly change: string;
  readonly newPassword: string;
  readonly isActive: string;
  readonly inactive: string;
  readonly memberWrong: Readonly<Record<'name' | 'email' | 'password', string>>;

  /** {time} */
  readonly weekNote: string;
  readonly weekOpened: string;
  /** From the opening to a person's first answer, and to the end: half of the cases within. */
  readonly weekAnswered: string;
  readonly weekClosed: string;
  /** {time} */
  readonly weekMost: string;
  readonly weekReasons: string;
  readonly weekClusters: string;
  readonly weekUnsolved: string;
  readonly weekUnsure: string;
  readonly weekNone: string;

  readonly auditNote: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly details: string;
  readonly older: string;

  readonly shortcuts: string;
  readonly shortcutNames: Readonly<Record<Shortcut, string>>;
  readonly composerKeys: string;
  readonly shortcutsOn: string;

  /** {summary} */
  readonly saysCase: string;
  /** {text} */
  readonly saysMessage: string;
  /** {summary} */
  readonly saysElsewhere: string;
  readonly saysLine: string;
  readonly saysNoLine: string;

  readonly failures: Readonly<Partial<Record<DeskFailureCode, string>>> & {
    readonly unreachable: string;
    /** {time} */
    readonly slowDown: string;
    readonly other: string;
  };
}
