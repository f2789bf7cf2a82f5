// The demo's sites have addresses of their own (the canonical ones), which answers and their sources link to. A copy that
// is served from elsewhere takes visitors to its own pages instead: links are put right as they are pressed, before the
// browser follows them, opens them in a tab or copies them.

const canonical = document.querySelector('link[rel="canonical"]');
const site = canonical === null ? undefined : new URL(canonical.href).origin;
/** Where the pages in this page's language start. */
const { home = '/' } = document.body.dataset;

function stayHere(event) {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (site === undefined || link === undefined || !link.href.startsWith(`${site}/`)) return;
  const { pathname, search, hash } = new URL(link.href);
  link.href = home.slice(0, -1) + pathname + search + hash;
}

if (site !== location.origin) for (const name of ['pointerdown', 'click']) document.addEventListener(name, stayHere, { capture: true });
