import * as v from 'valibot';
import type { ActionRequest, ActionResult } from '../journey/actions.ts';
import {
  count,
  day,
  email,
  filled,
  httpAddress,
  json,
  jsonObject,
  localeTag,
  moment,
  money,
  name,
  ownId,
  share,
  typed,
} from './wire-parts.ts';

/**
 * The boundary between the device and the relay: JSON over HTTP under `/v1`. The relay checks what comes in against these
 * schemas, its OpenAPI document is made from them, and the types that both sides use are derived from them. Requests
 * carry `Authorization: Bearer <session>`, but for the one that opens the session; those that change something carry an
 * `Idempotency-Key`, so that they may be sent again until an answer comes.
 */

/** `POST /v1/sessions`. */
export const sessionRequestSchema = v.object({
  /** The site's public key. */
  site: v.pipe(v.string(), v.maxLength(100)),
  /** Of an earlier session on this device: the same visitor comes back. */
  renewal: v.optional(typed(4000)),
  /** JWT by which the shop says who the customer is. */
  identity: v.optional(typed(8000)),
});
export type SessionRequest = v.InferOutput<typeof sessionRequestSchema>;

export const sessionSchema = v.object({
  /** Sent with every request; holds for minutes, and on this origin only. */
  session: v.string(),
  expires: moment,
  /** Opens the next session of the same visitor; kept where the conversation is kept. */
  renewal: v.string(),
  renewableUntil: moment,
  visitor: v.string(),
  customer: v.picklist(['unknown', 'verified']),
  /** What the site's relay can do. */
  offers: v.object({ handoff: v.boolean(), actions: v.boolean(), answers: v.boolean() }),
});
export type Session = v.InferOutput<typeof sessionSchema>;

/** `POST /v1/actions/{name}`; `id` is the `Idempotency-Key`, `action` the name in the address. */
export const actionRequestSchema = v.object({
  id: ownId,
  action: name,
  args: jsonObject,
  isConfirmed: v.boolean(),
  locale: localeTag,
}) satisfies v.GenericSchema<unknown, ActionRequest>;

const decidedEntries = { rule: v.string(), because: v.string() };
export const actionResultSchema = v.variant('kind', [
  v.object({ kind: v.literal('done'), data: jsonObject }),
  v.object({ kind: v.literal('verify') }),
  v.object({ kind: v.literal('confirm'), ...decidedEntries }),
  v.object({ kind: v.literal('person'), ...decidedEntries }),
  v.object({ kind: v.literal('refuse'), ...decidedEntries }),
  v.object({ kind: v.literal('not-found') }),
  v.object({ kind: v.literal('slow-down'), retryAfterSeconds: count }),
  v.object({ kind: v.literal('invalid'), field: v.string(), message: v.string() }),
  v.object({ kind: v.literal('unreachable') }),
]) satisfies v.GenericSchema<unknown, ActionResult>;

/** Why a person is wanted: asked for, the policy, what is at stake, the mood, twice unsolved, low confidence, a guide. */
export const handoffReasons = ['asked', 'policy', 'risk', 'upset', 'unsolved', 'unsure', 'guide'] as const;
export type HandoffReason = (typeof handoffReasons)[number];

const contactSchema = v.object({ email: v.optional(email), phone: v.optional(filled(40)) });

/** `POST /v1/handoffs`: everything that a person needs. All of its words are redacted before they leave the device. */
export const handoffSchema = v.object({
  reason: v.picklist(handoffReasons),
  locale: localeTag,
  /** In the visitor's language, and in the language of whoever answers. */
  summary: v.object({ visitor: filled(2000), desk: filled(2000) }),
  problem: filled(2000),
  facts: v.pipe(v.array(v.object({ name: filled(200), value: typed(500) })), v.maxLength(50)),
  tried: v.pipe(v.array(v.object({ step: filled(500), outcome: v.optional(typed(500)) })), v.maxLength(50)),
  openQuestion: v.optional(typed(1000)),
  /** The story as a language model on the device tells it, in the desk's language; no number in it that nobody said. */
  told: v.optional(typed(2000)),
  /** What the agent would do next, and the rule of the policy that leaves it to a person. */
  proposal: v.optional(
    v.object({
      action: name,
      /** What the visitor knows it by. */
      title: typed(300),
      args: jsonObject,
      /** What the rule rested on, by its path among the facts. */
      inputs: jsonObject,
      rule: typed(120),
      because: v.object({ visitor: typed(1000), desk: typed(1000) }),
    }),
  ),
  transcript: v.pipe(v.array(v.object({ from: v.picklist(['visitor', 'agent']), text: typed(4000), at: moment })), v.maxLength(200)),
  guide: v.optional(
    v.object({
      guide: name,
      node: v.optional(name),
      steps: v.pipe(v.array(v.object({ question: typed(500), reply: typed(500) })), v.maxLength(100)),
    }),
  ),
  journey: v.optional(v.object({ journey: name, slots: jsonObject })),
  page: v.object({ url: httpAddress, title: typed(300) }),
  product: v.optional(typed(120)),
  tier: v.picklist(['page', 'pack', 'device', 'relay', 'person']),
  confidence: share,
  mood: v.picklist(['calm', 'upset']),
  /** What is at stake in money, where anything is. */
  value: v.optional(money),
  /** What the visitor agreed to, by name. */
  consent: v.record(typed(60), v.boolean()),
  /** Kind of device, as in "phone" or "Firefox on Linux". */
  device: typed(200),
  /** Version of the pack that answered; left out where there was none. */
  pack: v.optional(typed(100)),
  contact: v.optional(contactSchema),
});
export type Handoff = v.InferOutput<typeof handoffSchema>;

/** When somebody will answer. */
export const promiseSchema = v.object({
  isOpen: v.boolean(),
  /** When the desk opens next, while it is closed; left out where that is not known. */
  opens: v.optional(moment),
  /** How soon a reply comes, counted from now or from the opening. */
  withinMinutes: v.optional(count),
  /** How many cases wait before this one. */
  ahead: count,
});
export type ReplyPromise = v.InferOutput<typeof promiseSchema>;

export const handoffStatuses = ['waiting', 'taken', 'closed'] as const;
export type HandoffStatus = (typeof handoffStatuses)[number];

const personSchema = v.object({ name: v.string() });
/** `solved` and `unsolved` by the person, `left` by the visitor. */
export const handoffEndings = ['solved', 'unsolved', 'left'] as const;

/** A handoff as it stands, without its events. */
export const handoffStateSchema = v.object({
  handoff: v.string(),
  status: v.picklist(handoffStatuses),
  ending: v.optional(v.picklist(handoffEndings)),
  person: v.optional(personSchema),
  opened: moment,
  promise: promiseSchema,
  /** Number of the last event. */
  last: count,
  /** Number of the last event that each side has seen. */
  seen: v.object({ visitor: count, person: count }),
});
export type HandoffState = v.InferOutput<typeof handoffStateSchema>;

/** `GET /v1/handoffs`, newest first. */
export const handoffListSchema = v.object({ handoffs: v.array(handoffStateSchema) });

/** `POST /v1/handoffs/{handoff}/messages`; `id` is the `Idempotency-Key`. */
export const messageRequestSchema = v.object({ id: ownId, text: filled(4000), locale: v.optional(localeTag) });
export type MessageRequest = v.InferOutput<typeof messageRequestSchema>;
/** The number of the event that the message became; the same for each try. */
export const acceptedSchema = v.object({ seq: count, at: moment });
export type Accepted = v.InferOutput<typeof acceptedSchema>;

/** `POST /v1/handoffs/{handoff}/seen`. */
export const seenRequestSchema = v.object({ seq: count });
/** `POST /v1/handoffs/{handoff}/contact`: where the reply goes when the visitor is gone. */
export const contactRequestSchema = v.pipe(
  v.strictObject(contactSchema.entries),
  v.check(({ email, phone }) => (email ?? phone) !== undefined, 'must name an e-mail address or a phone number'),
);

const eventEntries = { seq: count, at: moment };
/**
 * What happened in a handoff, numbered from 1 without gaps. `GET /v1/handoffs/{handoff}/events` streams them as
 * server-sent events, `event:` the kind, `id:` the number; `Last-Event-ID` (or `?after=`) resumes behind one. With
 * `Accept: application/json` it answers once there is one, or after `?wait=` seconds.
 */
export const handoffEventSchema = v.variant('kind', [
  v.object({
    kind: v.literal('message'),
    ...eventEntries,
    from: v.picklist(['visitor', 'person']),
    /** The sender's own id of it. */
    id: ownId,
    text: v.string(),
    locale: v.optional(localeTag),
    person: v.optional(personSchema),
  }),
  v.object({
    kind: v.literal('status'),
    ...eventEntries,
    status: v.picklist(handoffStatuses),
    person: v.optional(personSchema),
    ending: v.optional(v.picklist(handoffEndings)),
  }),
  /** A person had done what was proposed. */
  v.object({
    kind: v.literal('action'),
    ...eventEntries,
    action: name,
    title: v.string(),
    /** What the shop calls what it opened, where it gave it a number. */
    number: v.optional(v.string()),
    person: personSchema,
  }),
]);
export type HandoffEvent = v.InferOutput<typeof handoffEventSchema>;

/** What is only worth knowing now; not numbered, never sent again. `state` comes first in every stream. */
export const handoffSignalSchema = v.variant('kind', [
  v.object({ kind: v.literal('state'), state: handoffStateSchema }),
  v.object({ kind: v.literal('typing'), from: v.picklist(['visitor', 'person']) }),
  v.object({ kind: v.literal('seen'), from: v.picklist(['visitor', 'person']), seq: count }),
]);
export type HandoffSignal = v.InferOutput<typeof handoffSignalSchema>;

/** The answer to a long poll. */
export const handoffPollSchema = v.object({ state: handoffStateSchema, events: v.array(handoffEventSchema) });

const eventName = v.pipe(v.string(), v.maxLength(100), v.regex(/^[\w-]+(?:\.[\w-]+)+$/, 'must be a name such as order.delayed'));
const facts = v.pipe(v.record(typed(60), v.union([v.null(), v.boolean(), v.pipe(v.number(), v.finite()), typed(200)])), v.maxEntries(30));

/**
 * `POST /v1/sites/{site}/events`: the shop's server tells of something that happened to a customer, signed with the secret
 * that it shares with the relay. It waits until the customer's devices have heard of it.
 */
export const shopEventRequestSchema = v.object({
  /** The same `id` is told once. */
  id: ownId,
  customer: filled(120),
  name: eventName,
  data: v.optional(facts, {}),
  /** When it is no longer worth telling; three days from now where left out, and thirty at most. */
  until: v.optional(moment),
});
export type ShopEventRequest = v.InferOutput<typeof shopEventRequestSchema>;

/**
 * One event of `GET /v1/events`: server-sent events, `event: told`, `id:` the number; `Last-Event-ID` (or `?after=`)
 * resumes behind one. With `Accept: application/json` it answers with those that wait.
 */
export const customerEventSchema = v.object({
  /** Grows from event to event; not without gaps. */
  seq: count,
  at: moment,
  name: eventName,
  data: facts,
});
export type CustomerEvent = v.InferOutput<typeof customerEventSchema>;
export const customerEventListSchema = v.object({ events: v.array(customerEventSchema) });

const sum = v.pipe(count, v.maxValue(1000));
/** What came of a nudge in one arm of its experiment on one day; `hold-out` is the arm that does not see it. */
const nudgeCountSchema = v.pipe(
  v.object({ day, nudge: name, arm: name, exposed: sum, succeeded: sum, dismissed: sum }),
  v.check(({ exposed, succeeded, dismissed }) => exposed + succeeded + dismissed > 0, 'must count something'),
);
export type NudgeCount = v.InferOutput<typeof nudgeCountSchema>;

/** What became of a guide's fix on one day: gone at once or not, and on a later visit still gone or back. */
const fixCountSchema = v.pipe(
  v.object({ day, guide: name, fix: name, worked: sum, failed: sum, held: sum, returned: sum }),
  v.check(({ worked, failed, held, returned }) => worked + failed + held + returned > 0, 'must count something'),
);
export type DayFixCount = v.InferOutput<typeof fixCountSchema>;

/** `POST /v1/outcomes`: how often needs ended how, nudges helped and fixes worked; nothing of who had them or what was said. */
export const outcomesRequestSchema = v.object({
  fixes: v.optional(v.pipe(v.array(fixCountSchema), v.maxLength(100)), []),
  nudges: v.optional(v.pipe(v.array(nudgeCountSchema), v.maxLength(200)), []),
  counts: v.optional(
    v.pipe(
      v.array(
        v.object({
          day,
          locale: localeTag,
          ending: v.picklist(['confirmed', 'assumed', 'abandoned', 'handed-over']),
          tier: v.picklist(['page', 'pack', 'device', 'relay', 'person']),
          unit: v.optional(name),
          guide: v.optional(name),
          /** What was asked about where nothing fitted, as the device groups it. */
          cluster: v.optional(typed(120)),
          count: v.pipe(count, v.minValue(1), v.maxValue(1000)),
        }),
      ),
      v.maxLength(100),
    ),
    [],
  ),
});
export type OutcomesRequest = v.InferOutput<typeof outcomesRequestSchema>;

/** `POST /v1/answers`: a larger model's answer, out of the units sent and nothing else. */
export const answerRequestSchema = v.object({
  question: filled(1000),
  locale: localeTag,
  units: v.pipe(v.array(v.object({ id: name, title: typed(300), text: filled(8000) })), v.minLength(1), v.maxLength(8)),
  /** What was said before, oldest first. */
  before: v.optional(v.pipe(v.array(v.object({ from: v.picklist(['visitor', 'agent']), text: typed(2000) })), v.maxLength(10)), []),
});
export type AnswerRequest = v.InferOutput<typeof answerRequestSchema>;

/** Server-sent events of an answer: text as it comes, then the units that it cites, or why there is none. */
export const answerEventSchema = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({ kind: v.literal('end'), cites: v.array(name) }),
  /** The units do not tell. */
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('failed'), code: v.string(), message: v.string() }),
]);
export type AnswerEvent = v.InferOutput<typeof answerEventSchema>;

/** `GET /v1/visitor`: all that the relay keeps of the visitor. */
export const visitorDataSchema = v.object({
  visitor: v.string(),
  site: v.string(),
  handoffs: v.array(v.object({ state: handoffStateSchema, handoff: handoffSchema, events: v.array(handoffEventSchema) })),
  actions: v.array(v.object({ id: v.string(), action: v.string(), at: moment, result: json })),
  /** What the shop told of the customer, where the visitor is known to be one. */
  told: v.array(customerEventSchema),
});
export type VisitorData = v.InferOutput<typeof visitorDataSchema>;

/** `DELETE /v1/visitor`. */
export const erasedSchema = v.object({ handoffs: count, actions: count });

/** What requests without anything to tell answer. */
export const doneSchema = v.object({ done: v.literal(true) });
