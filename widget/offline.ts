import { type OfflineMessage, outboxTag } from '../src/protocol/offline-worker.ts';
import { trustedScriptUrl } from './trusted-types.ts';

const mostFiles = 150;

/**
 * Has the page work without a network from now on: registers the offline worker for the whole site and hands it what the
 * page has loaded so far. A site that has a service worker of its own keeps it; the console then tells its developer the
 * one line that adds ours.
 * @param file address of the offline worker; it has to lie on the page's own origin
 */
export async function keepOffline(file: string): Promise<void> {
  if (!('serviceWorker' in navigator) || new URL(file).origin !== self.origin) return;
  const existing = await navigator.serviceWorker.getRegistration();
  if (existing !== undefined && !isOurs(existing, file)) {
    console.info(
      `edge-agent: this site has a service worker already, which stays. To have the agent work offline, add to it: importScripts('${file}')`,
    );
    tell(existing, { type: 'edge-agent-keep', urls: loadedFiles() });
    return;
  }
  try {
    // Trusted Types ask for a TrustedScriptURL here; the DOM's types know only strings.
    await navigator.serviceWorker.register(trustedScriptUrl(file), { scope: '/' });
  } catch (thrown) {
    console.info(
      `edge-agent: the offline worker ${file} may not serve this site: ${String(thrown)}. Put it at the site's root, or send it with "Service-Worker-Allowed: /".`,
    );
    return;
  }
  tell(await navigator.serviceWorker.ready, { type: 'edge-agent-keep', urls: loadedFiles() });
}

/** Has what waits sent by the service worker, too, should the page be closed before; where the browser can do that. */
export async function sendLater(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const { sync } = (registration ?? {}) as { readonly sync?: { register(tag: string): Promise<void> } };
  await sync?.register(outboxTag);
}

/** Deletes what the offline worker kept, and the worker if it is ours alone. */
export async function forgetOffline(file: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const existing = await navigator.serviceWorker.getRegistration();
  if (existing === undefined) return;
  tell(existing, { type: 'edge-agent-forget' });
  if (isOurs(existing, file)) await existing.unregister();
}

function isOurs(registration: ServiceWorkerRegistration, file: string): boolean {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  return worker?.scriptURL === file;
}

function tell(registration: ServiceWorkerRegistration, message: OfflineMessage): void {
  registration.active?.postMessage(message);
}

/** The page itself and what it loaded; which of it may be kept is for the worker to say. */
function loadedFiles(): string[] {
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  const page = location.href.split('#', 1)[0] ?? '';
  return [...new Set([page, ...files])].filter((address) => /^https?:/.test(address)).slice(0, mostFiles);
}
