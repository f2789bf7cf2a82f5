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
