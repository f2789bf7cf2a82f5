import type { DeskRole, Draft } from '../../protocol/desk.ts';

export interface MemberRecord {
  readonly id: string;
  readonly name: string;
  /** In lower case; unique. */
  readonly email: string;
  readonly role: DeskRole;
  readonly sites: readonly string[];
  readonly password: string;
  readonly isActive: boolean;
}

export interface DeskSession {
  /** Hash of the cookie's value: the storage holds nothing that could be used. */
  readonly hash: string;
  readonly member: string;
  readonly csrf: string;
  /** Milliseconds since 1970; the last sign of the member. */
  readonly seen: number;
  readonly expires: number;
}

/** Who works at the desk, their log-ins, and what they drafted. */
export interface DeskRecords {
  memberByEmail(email: string): Promise<MemberRecord | undefined>;
  member(id: string): Promise<MemberRecord | undefined>;
  members(): Promise<MemberRecord[]>;
  /** False where there is one with that address already. */
  addMember(member: MemberRecord): Promise<boolean>;
  changeMember(id: string, change: Partial<Pick<MemberRecord, 'role' | 'sites' | 'password' | 'isActive'>>): Promise<void>;
  openSession(session: DeskSession): Promise<void>;
  session(hash: string, now: number): Promise<DeskSession | undefined>;
  touchSession(hash: string, now: number): Promise<void>;
  closeSession(hash: string): Promise<void>;
  closeSessionsOf(member: string): Promise<void>;
  eraseExpired(now: number): Promise<void>;
  addDraft(draft: Draft): Promise<void>;
  /** Newest first. */
  drafts(sites: readonly string[]): Promise<Draft[]>;
}
