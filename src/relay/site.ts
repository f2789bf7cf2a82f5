import type { Locale } from '../language/locale.ts';
import type { Rights } from '../policy/rights.ts';
import type { Shop } from './actions/shop.ts';
import type { AnswerModel } from './answers/answer-model.ts';
import type { Connector } from './connectors/connector.ts';
import type { OfficeHours } from './handoffs/office-hours.ts';
import type { PriorityRules } from './handoffs/priority.ts';
import type { IdentitySettings } from './sessions/identity.ts';

/** One site that the relay works for. */
export interface Site {
  /** The id in the site's content. */
  readonly id: string;
  readonly name: string;
  /** What its pages name it by; public, and may be changed: all are accepted. */
  readonly publicKeys: readonly string[];
  /** Where its pages come from, as in https://shop.example; nobody else is answered. */
  readonly origins: readonly string[];
  /** The language of whoever answers. */
  readonly locale: Locale;
  /** Of the site's policy, as its pack has them; without them a person decides everything. */
  readonly rights: Rights;
  /** What acts; without it actions are not offered. */
  readonly shop?: Shop;
  /** Keys with which the shop signs what it tells of its customers, any of which holds; without them it tells nothing. */
  readonly shopKeys?: readonly Uint8Array<ArrayBuffer>[];
  /** How the shop says who its customer is; without it customers are verified by code alone. */
  readonly identity?: IdentitySettings;
  readonly retention: Retention;
  /** When somebody answers; left out: at any time, and nothing is promised. */
  readonly hours?: OfficeHours;
  /** How soon, in minutes, while it is open. */
  readonly replyWithin?: number;
  readonly priority: PriorityRules;
  /** Where cases go besides the desk. */
  readonly connectors?: readonly Connector[];
  /** A larger model for what the device cannot answer; left out, none is offered. */
  readonly model?: AnswerModel;
  /** Address of the pack's manifest, for suggested answers at the desk. */
  readonly pack?: string;
}

/** In days; what is older is deleted. */
export interface Retention {
  /** Closed handoffs with all that was said, and actions. */
  readonly conversations: number;
  readonly audit: number;
}

export const defaultRetention: Retention = { conversations: 180, audit: 730 };
