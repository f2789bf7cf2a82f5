/** The cache of the pages that a visitor saw. */
export const pagesCache = 'edge-agent-pages';

/** The tag by which the browser has the worker send what waits for the relay, once there is a network. */
export const outboxTag = 'edge-agent-outbox';

/** What the page tells the offline service worker. */
export type OfflineMessage =
  /** Keep what the page has loaded already: itself, its files, the agent's files; absolute addresses. */
  | { readonly type: 'edge-agent-keep'; readonly urls: readonly string[] }
  /** Delete everything that was kept. */
  | { readonly type: 'edge-agent-forget' };
