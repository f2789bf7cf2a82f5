import type { Handoff } from '../../protocol/relay.ts';
import type { Site } from '../site.ts';

/** What goes out beside the desk. */
export type Notice =
  /** A case was opened. */
  | {
      readonly kind: 'opened';
      readonly handoff: string;
      readonly opened: string;
      readonly priority: number;
      readonly case: Handoff;
      readonly desk?: string;
    }
  /** A person answered a visitor who has left a contact and is gone. */
  | {
      readonly kind: 'answered';
      readonly handoff: string;
      readonly to: string;
      readonly locale: string;
      readonly person: string;
      readonly text: string;
      readonly page: string;
    };

/** A way out to where people already work. */
export interface Connector {
  /** Unique among the site's own. */
  readonly name: string;
  readonly takes: ReadonlySet<Notice['kind']>;
  /** Rejects where it did not arrive; the same `id` may come again. */
  deliver(notice: Notice, id: string, site: Site, signal: AbortSignal): Promise<void>;
}
