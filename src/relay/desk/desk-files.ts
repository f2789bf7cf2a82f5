import type { RelayParts } from '../relay-parts.ts';

/** One of the desk's built files by its path, as in `desk.js`; undefined where there is none. */
export type DeskFiles = (path: string) => Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string } | undefined>;

const hashed = /[.-][\w-]{8,}\.(?:js|css|bin)$/;

/** Serves the desk under a policy that lets nothing run but its own files; where it is not built, a page says so. */
export async function serveDesk(parts: RelayParts, path: string): Promise<Response | undefined> {
  const name = path.replace(/^\/desk\/?/, '') || 'index.html';
  const file = await parts.deskFiles(name);
  if (file === undefined) return name === 'index.html' ? notBuilt() : undefined;
  return new Response(file.bytes, {
    headers: {
      'content-type': file.type,
      'cache-control': hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': contentSecurityPolicy(parts),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
      'x-frame-options': 'DENY',
      ...(parts.isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    },
  });
}

/** For whoever set it up: a plain page says more than an error. */
function notBuilt(): Response {
  const words = 'The desk is not built. Run `npm run build` where the relay comes from, then start the relay again.\n';
  return new Response(words, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

function contentSecurityPolicy(parts: RelayParts): string {
  // Suggested answers come out of the sites' packs, wherever these lie.
  const packs = [...parts.sites.values()].flatMap(({ pack }) => (pack !== undefined && URL.canParse(pack) ? [new URL(pack).origin] : []));
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...new Set(packs)].join(' ')}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types edge-agent lit-html 'allow-duplicates'",
  ].join('; ');
}
