import { type Locale, localeChain } from '../../src/language/locale.ts';

interface Entry {
  readonly nudges?: { readonly file: string; readonly sha256: string };
}

/**
 * Looks into a pack's manifest for the nudges of a visitor's locale, or undefined where there are none. Reads only the
 * few fields that it needs: the answer worker checks the rest when it opens the pack.
 */
export async function findNudges(manifest: string, locale: Locale): Promise<{ url: string; integrity: string } | undefined> {
  const response = await fetch(manifest, { credentials: 'omit' });
  if (!response.ok) return undefined;
  const { locales, defaultLocale } = (await response.json()) as { locales: Record<string, Entry>; defaultLocale: Locale };
  const [nearest] = localeChain(locale, Object.keys(locales), defaultLocale);
  const shard = nearest === undefined ? undefined : locales[nearest]?.nudges;
  if (shard === undefined) return undefined;
  const bytes = shard.sha256.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return { url: new URL(shard.file, manifest).href, integrity: `sha256-${btoa(String.fromCharCode(...bytes))}` };
}
