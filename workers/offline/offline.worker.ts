import { clientsClaim } from 'workbox-core';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { enable as enableNavigationPreload } from 'workbox-navigation-preload';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies';
import { type OfflineMessage, outboxTag, pagesCache } from '../../src/protocol/offline-worker.ts';
import { isKeepableAddress, isKeepableResponse, type OfflineRules } from './may-keep.ts';
import { sendOutbox } from './send-outbox.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** A shop may set this before it imports this script. */
  edgeAgentOffline?: OfflineRules;
};

// A page that is slower than this is shown from what was kept, in seconds.
const networkTimeout = 4;
const day = 24 * 60 * 60;
const onlyKeepable = { cacheWillUpdate: async ({ response }: { response: Response }) => (isKeepableResponse(response) ? response : null) };
// The agent's files come from another origin in many shops; they are fetched with CORS, so their status can be seen.
const onlyComplete = { cacheWillUpdate: async ({ response }: { response: Response }) => (response.status === 200 ? response : null) };

const hashedName = /[.-][\w-]{8,}\.js$/;
const agentFile = /\/(?:edge-agent(?:\.[\w-]+)?\.js|agent\/[\w.-]+\.js)$/;
const pageFiles = ['style', 'script', 'image', 'font', 'manifest'];

function isOwn(url: URL): boolean {
  return url.origin === self.location.origin;
}

const pagesLimit = new ExpirationPlugin({ maxEntries: 40, maxAgeSeconds: 14 * day, purgeOnQuotaError: true });
const filesLimit = new ExpirationPlugin({ maxEntries: 120, maxAgeSeconds: 14 * day, purgeOnQuotaError: true });
const agentLimit = new ExpirationPlugin({ maxEntries: 30, purgeOnQuotaError: true });

const pages = new NetworkFirst({
  cacheName: pagesCache,
  networkTimeoutSeconds: networkTimeout,
  plugins: [onlyKeepable, pagesLimit as WorkboxPlugin],
});
const files = new StaleWhileRevalidate({ cacheName: 'edge-agent-files', plugins: [onlyKeepable, filesLimit as WorkboxPlugin] });
const agentHashed = new CacheFirst({ cacheName: 'edge-agent-agent', plugins: [onlyComplete, agentLimit as WorkboxPlugin] });
const agentLoader = new StaleWhileRevalidate({ cacheName: 'edge-agent-loader', plugins: [onlyComplete] });

registerRoute(({ url }) => agentFile.test(url.pathname) && hashedName.test(url.pathname), agentHashed);
registerRoute(({ url }) => agentFile.test(url.pathname), agentLoader);
registerRoute(({ request, url }) => request.mode === 'navigate' && isOwn(url) && isKeepableAddress(url, self.edgeAgentOffline), pages);
registerRoute(
  ({ request, url }) => pageFiles.includes(request.destination) && isOwn(url) && isKeepableAddress(url, self.edgeAgentOffline),
  files,
);

self.addEventListener('message', (event) => {
  const message = event.data as Partial<OfflineMessage> | null;
  if (message?.type === 'edge-agent-keep' && Array.isArray(message.urls)) event.waitUntil(keep(message.urls.slice(0, 200), event));
  if (message?.type === 'edge-agent-forget') event.waitUntil(forget());
});

async function forget(): Promise<void> {
  await Promise.allSettled([pagesLimit, filesLimit, agentLimit].map((limit) => limit.deleteCacheAndMetadata()));
  await caches.delete('edge-agent-loader');
}

/** Keeps what the page had loaded before this worker was there, by the same rules as everything else. */
async function keep(urls: readonly string[], event: ExtendableEvent): Promise<void> {
  await Promise.allSettled(
    urls.map(async (address) => {
      const url = new URL(address);
      if (agentFile.test(url.pathname)) {
        const strategy = hashedName.test(url.pathname) ? agentHashed : agentLoader;
        await strategy.handle({ request: new Request(url, { mode: 'cors', credentials: 'omit' }), event });
      } else if (isOwn(url) && isKeepableAddress(url, self.edgeAgentOffline)) {
        const isPage = !/\.\w{2,5}$/.test(url.pathname) || /\.html?$/.test(url.pathname);
        await (isPage ? pages : files).handle({ request: new Request(url), event });
      }
    }),
  );
}

// Background Sync: not in every browser, and not among the DOM's types.
self.addEventListener('sync' as 'message', (event) => {
  if ((event as unknown as { readonly tag: string }).tag === outboxTag) event.waitUntil(sendOutbox());
});

self.addEventListener('install', () => void self.skipWaiting());
enableNavigationPreload();
clientsClaim();
