import * as v from 'valibot';
import { handoffEventSchema, handoffReasons, handoffSchema, handoffStateSchema } from './relay.ts';
import { count, email, filled, jsonObject, localeTag, moment, name, ownId, typed } from './wire-parts.ts';

/**
 * The boundary between the relay and the desk: JSON over HTTP under `/desk/api`, on the relay's own origin. The desk comes from
 * the relay that it talks to, so what a request does not know is a slip and is refused. A log-in sets
 * a cookie that scripts cannot read; every request but a GET carries the log-in's `csrf` as `X-CSRF-Token`.
 *
 * Without anything to tell: `POST /desk/api/logout` and, under `/desk/api/handoffs/{handoff}`, `POST …/take`, `…/release`,
 * `…/typing`, and `…/seen` with the number of the last event seen, as the device sends it.
 */

export const deskRoles = ['agent', 'lead', 'admin'] as const;
export type DeskRole = (typeof deskRoles)[number];

export const memberSchema = v.object({ id: v.string(), name: v.string(), email, role: v.picklist(deskRoles), sites: v.array(v.string()) });
/** Somebody who works at the desk. */
export type Member = v.InferOutput<typeof memberSchema>;

/** `POST /desk/api/login`. */
export const loginRequestSchema = v.strictObject({ email: typed(254), password: typed(200) });
/** Also `GET /desk/api/me`. */
export const loginSchema = v.object({
  member: memberSchema,
  csrf: v.string(),
  sites: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      /** The language that the desk works in: `summary.desk` is in it. */
      locale: localeTag,
      /** Address of the pack's manifest, for suggested answers. */
      pack: v.optional(v.string()),
    }),
  ),
});
export type Login = v.InferOutput<typeof loginSchema>;

/** One line of the queue. */
export const queuedSchema = v.object({
  handoff: v.string(),
  site: v.string(),
  status: v.picklist(['waiting', 'taken', 'closed']),
  reason: v.picklist(handoffReasons),
  /** Higher goes first. */
  priority: v.number(),
  mood: v.picklist(['calm', 'upset']),
  locale: localeTag,
  summary: v.string(),
  product: v.optional(v.string()),
  page: v.string(),
  opened: moment,
  /** Since when it waits for somebody: its opening, its last release, or the visitor's first unanswered message. */
  waitingSince: moment,
  person: v.optional(v.object({ id: v.string(), name: v.string() })),
  /** Events that the person has not seen. */
  unseen: count,
});
export type Queued = v.InferOutput<typeof queuedSchema>;

/** `GET /desk/api/queue`: what waits, by priority and then wait, then what is taken; `?status=closed` lists the last closed ones. */
export const queueSchema = v.object({ handoffs: v.array(queuedSchema) });

/** `GET /desk/api/handoffs/{handoff}`. Reading it stands in the audit trail. */
export const caseSchema = v.object({
  queued: queuedSchema,
  handoff: handoffSchema,
  state: handoffStateSchema,
  events: v.array(handoffEventSchema),
  visitor: v.string(),
  /** Handoffs of the same visitor, newest first. */
  earlier: v.array(v.object({ handoff: v.string(), opened: moment, summary: v.string() })),
});
export type Case = v.InferOutput<typeof caseSchema>;

/** `POST /desk/api/handoffs/{handoff}/messages`; `id` is the `Idempotency-Key`. */
export const deskMessageSchema = v.strictObject({ id: ownId, text: filled(8000), locale: v.optional(localeTag) });
export type DeskMessage = v.InferOutput<typeof deskMessageSchema>;
/** `POST /desk/api/handoffs/{handoff}/close`. */
export const closeRequestSchema = v.strictObject({ ending: v.picklist(['solved', 'unsolved']), reason: filled(500) });
export type CloseRequest = v.InferOutput<typeof closeRequestSchema>;

/**
 * `GET /desk/api/events`: server-sent events for as long as the desk is open, and the member's presence: cases go back
 * to the queue when it ends. `?handoff=` also follows one case, from `Last-Event-ID` (or `?after=`) on.
 */
export const deskSignalSchema = v.variant('kind', [
  /** The queue of a site has changed: read it again. */
  v.object({ kind: v.literal('queue'), site: v.string() }),
  v.object({ kind: v.literal('state'), state: handoffStateSchema }),
  v.object({ kind: v.literal('typing'), from: v.picklist(['visitor', 'person']) }),
  v.object({ kind: v.literal('seen'), from: v.picklist(['visitor', 'person']), seq: count }),
]);
export type DeskSignal = v.InferOutput<typeof deskSignalSchema>;

/** `POST /desk/api/handoffs/{handoff}/draft`: a unit out of a solved case, for an author to review. */
export const draftRequestSchema = v.strictObject({
  unit: v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by -')),
  locale: localeTag,
  question: filled(300),
  phrasings: v.pipe(v.array(filled(300)), v.maxLength(20)),
  /** Markdown. */
  answer: filled(8000),
});
export type DraftRequest = v.InferOutput<typeof draftRequestSchema>;
export const draftSchema = v.object({
  id: v.string(),
  site: v.string(),
  handoff: v.string(),
  by: v.string(),
  at: moment,
  ...draftRequestSchema.entries,
});
export type Draft = v.InferOutput<typeof draftSchema>;
/** `GET /desk/api/drafts`, newest first. */
export const draftListSchema = v.object({ drafts: v.array(draftSchema) });

/** `POST /desk/api/members`, for admins. */
export const memberRequestSchema = v.strictObject({
  name: filled(100),
  email,
  role: v.picklist(deskRoles),
  sites: v.pipe(v.array(name), v.maxLength(100)),
  password: v.pipe(v.string(), v.minLength(12, 'must have 12 characters or more'), v.maxLength(200)),
});
export type MemberRequest = v.InferOutput<typeof memberRequestSchema>;
const listedMemberSchema = v.object({ ...memberSchema.entries, isActive: v.boolean() });
export type ListedMember = v.InferOutput<typeof listedMemberSchema>;
/** `GET /desk/api/members`, for admins. */
export const memberListSchema = v.object({ members: v.array(listedMemberSchema) });
/** `PATCH /desk/api/members/{member}`: what is left out stays. A new password, or inactivity, ends the member's log-ins. */
export const memberChangeSchema = v.strictObject({
  role: v.optional(v.picklist(deskRoles)),
  sites: v.optional(v.pipe(v.array(name), v.maxLength(100))),
  password: v.optional(v.pipe(v.string(), v.minLength(12, 'must have 12 characters or more'), v.maxLength(200))),
  isActive: v.optional(v.boolean()),
});
export type MemberChange = v.InferOutput<typeof memberChangeSchema>;

const minutesSchema = v.optional(
  v.object({
    count,
    /** Half of them took so many minutes at most, and nine in ten. */
    half: count,
    most: count,
  }),
);
const countedSchema = v.array(v.object({ name: v.string(), count }));
/** `GET /desk/api/week`, for leads and admins: the last seven days of their sites. */
export const deskWeekSchema = v.object({
  from: moment,
  opened: count,
  endings: v.object({ solved: count, unsolved: count, left: count }),
  /** From the opening to a person's first answer, and to the end. */
  answered: minutesSchema,
  closed: minutesSchema,
  /** Why a person was wanted, most often first. */
  reasons: v.array(v.object({ name: v.picklist(handoffReasons), count })),
  /** What was asked on devices and nothing fitted, as these group it. */
  clusters: countedSchema,
  /** Why cases were closed unsolved, as members said. */
  unsolved: countedSchema,
  /** Cases that the agent had no good answer for, newest first. */
  unsure: v.array(v.object({ handoff: v.string(), summary: v.string() })),
});
export type DeskWeek = v.InferOutput<typeof deskWeekSchema>;

/** `GET /desk/api/audit`, for leads and admins: newest first, the latest hundred, or those before `?before=` an id. */
export const auditListSchema = v.object({
  entries: v.array(
    v.object({
      id: count,
      at: moment,
      site: v.string(),
      actor: v.string(),
      /** Of the member who did it. */
      name: v.optional(v.string()),
      what: v.string(),
      subject: v.string(),
      data: jsonObject,
    }),
  ),
});
export type AuditList = v.InferOutput<typeof auditListSchema>;
