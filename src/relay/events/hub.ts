import type { HandoffEvent } from '../../protocol/relay.ts';

/** What listeners of a channel are told. Events are also in the storage, so that one that was missed is read there. */
export type HubMessage =
  | { readonly kind: 'event'; readonly seq: number; readonly event?: HandoffEvent }
  | { readonly kind: 'typing'; readonly from: 'visitor' | 'person' }
  | { readonly kind: 'seen'; readonly from: 'visitor' | 'person'; readonly seq: number }
  | { readonly kind: 'queue'; readonly site: string }
  /** The shop told something of a customer. */
  | { readonly kind: 'told' }
  /** Messages may have been missed: read anew. */
  | { readonly kind: 'gap' };

/** Fans messages out to whoever listens, in this process or in every instance. Never throws, never waits. */
export interface Hub {
  publish(channel: string, message: HubMessage): void;
  /** Returns how to stop. */
  subscribe(channel: string, listener: (message: HubMessage) => void): () => void;
}

export const handoffChannel = (handoff: string): string => `handoff:${handoff}`;
/** @param customer keyed hash */
export const customerChannel = (customer: string): string => `customer:${customer}`;
export const siteChannel = (site: string): string => `site:${site}`;

export class InProcessHub implements Hub {
  private readonly channels = new Map<string, Set<(message: HubMessage) => void>>();

  publish(channel: string, message: HubMessage): void {
    for (const listener of [...(this.channels.get(channel) ?? [])]) listener(message);
  }

  /** Tells everybody, whatever they listen to. */
  publishToAll(message: HubMessage): void {
    for (const channel of [...this.channels.keys()]) this.publish(channel, message);
  }

  subscribe(channel: string, listener: (message: HubMessage) => void): () => void {
    const listeners = this.channels.get(channel) ?? new Set();
    this.channels.set(channel, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.channels.get(channel) === listeners) this.channels.delete(channel);
    };
  }
}
