import type { Generated } from 'kysely';

/** The tables, alike in both databases: moments are milliseconds since 1970, JSON is text. */
export interface Tables {
  actions: {
    site: string;
    visitor: string;
    id: string;
    action: string;
    hash: string;
    /** Keyed hash of whom limits count for; what was done stays counted when a visitor is erased. */
    customer: string;
    started: number;
    /** Null while it is being done. */
    finished: number | null;
    result: string | null;
  };
  challenges: {
    site: string;
    visitor: string;
    contact: string;
    code: string;
    customer: string | null;
    attempts: number;
    expires: number;
  };
  verified: { site: string; visitor: string; customer: string; until: number };
  locks: { name: string; holder: string; until: number };
  buckets: { name: string; tokens: number; at: number };
  handoffs: {
    id: string;
    site: string;
    visitor: string;
    key: string;
    hash: string;
    status: 'waiting' | 'taken' | 'closed';
    ending: 'solved' | 'unsolved' | 'left' | null;
    ending_reason: string | null;
    reason: string;
    priority: number;
    opened: number;
    waiting_since: number;
    /** 1 while the visitor has the last word. */
    waits: number;
    member: string | null;
    member_name: string | null;
    last: number;
    seen_visitor: number;
    seen_person: number;
    handoff: string;
    customer: string | null;
    /** When a person first answered, and when it was closed. */
    answered: number | null;
    ended: number | null;
  };
  events: {
    handoff: string;
    seq: number;
    /** Who made it, and the id that they gave it. */
    author: 'visitor' | 'person' | 'relay';
    own_id: string;
    at: number;
    event: string;
  };
  outcomes: {
    site: string;
    day: string;
    locale: string;
    ending: string;
    tier: string;
    /** Empty where there is none, so that the key is whole. */
    unit: string;
    guide: string;
    cluster: string;
    count: number;
  };
  outcome_keys: { site: string; key: string; at: number };
  nudge_counts: { site: string; day: string; nudge: string; arm: string; exposed: number; succeeded: number; dismissed: number };
  fix_counts: {
    site: string;
    day: string;
    guide: string;
    fix: string;
    worked: number;
    failed: number;
    held: number;
    returned: number;
  };
  customer_events: {
    site: string;
    /** Keyed hash. */
    customer: string;
    seq: number;
    own_id: string;
    at: number;
    until: number;
    name: string;
    data: string;
  };
  members: {
    id: string;
    name: string;
    email: string;
    role: 'agent' | 'lead' | 'admin';
    sites: string;
    password: string;
    is_active: number;
  };
  desk_sessions: { hash: string; member: string; csrf: string; seen: number; expires: number };
  drafts: { id: string; site: string; at: number; draft: string };
  deliveries: {
    id: string;
    site: string;
    connector: string;
    kind: 'opened' | 'answered';
    handoff: string;
    seq: number;
    attempts: number;
    /** Null once there is nothing more to do; the row stays, so that it is not put again. */
    due: number | null;
  };
  settings: { name: string; value: string };
  audit: {
    id: Generated<number>;
    at: number;
    site: string;
    actor: string;
    what: string;
    subject: string;
    data: string;
    keep_until: number;
  };
}
