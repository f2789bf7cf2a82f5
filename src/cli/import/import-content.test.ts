import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPack } from '../../pack/build-pack.ts';
import { openAsker } from '../commands/ask.ts';
import { writePack } from '../pack-files.ts';
import { readContentOrFail } from '../read-sources.ts';
import type { FetchDocument } from './fetch-politely.ts';
import { PageError } from './html-tree.ts';
import { importContent } from './import-content.ts';

const fixture = (name: string) => new URL(`fixtures/${name}`, import.meta.url).pathname;
const offline: FetchDocument = async (url) => {
  throw new PageError(`${url} is not to be fetched`);
};
const options = { fetchDocument: offline, limit: 100, force: false };

let folder = '';
let out = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-import-'));
  out = join(folder, 'content');
});
afterEach(() => rm(folder, { recursive: true }));

async function unitFiles(): Promise<string[]> {
  const entries = await readdir(join(out, 'units'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(out, 'units').length + 1))
    .sort();
}

const contentOf = (path: string) => readFile(join(out, path), 'utf8');

/** Builds what was imported and asks it. */
async function answersOf(questions: readonly string[], locale: string): Promise<unknown[]> {
  await writePack(await buildPack(await readContentOrFail(out)), join(folder, 'pack'));
  const ask = await openAsker(join(folder, 'pack'));
  const records = [];
  for (const text of questions) records.push(await ask({ id: text, text, locale }));
  return records.map(({ candidates }) => (candidates as { unit: string }[])[0]?.unit);
}

describe('an import', { timeout: 60_000 }, () => {
  it('of a maker’s FAQ (details, with JSON-LD beside) answers its visitors', async () => {
    const report = await importContent(fixture('maker.html'), out, options);
    expect(report).toMatchObject({ kind: 'page', read: 1, pairs: 6, units: 6, locales: ['en-GB'], kept: [], skipped: [], notes: [] });
    expect(await unitFiles()).toEqual([
      'delivery-returns/can-i-send-it-back.md',
      'delivery-returns/when-will-my-grinder-arrive.md',
      'faq/do-you-ship-to-northern-ireland.md',
      'using-your-grinder/how-do-i-adjust-the-grind-on-the-no-3.md',
      'using-your-grinder/how-often-should-i-clean-the-burrs.md',
      'using-your-grinder/the-grinder-hums-but-does-not-turn.md',
    ]);
    expect(await contentOf('units/using-your-grinder/how-do-i-adjust-the-grind-on-the-no-3.md')).toBe(`---
question: How do I adjust the grind on the No. 3?
source: https://www.alderfinch.example/pages/faq#adjust-grind
review: 2027-03-02
---
Turn the ring under the hopper, one click at a time, *while the motor runs*:

- clockwise for **finer** (espresso: 4 to 9)
- anticlockwise for **coarser** (filter: 18 to 24, cafetière: 26 to 30)

Our [grind chart](https://www.alderfinch.example/pages/grind-chart) has a start for every brewer.

![The ring of the No. 3 with its thirty clicks](https://www.alderfinch.example/images/no3-ring.jpg)
`);
    const settings = await contentOf('edge-agent.yaml');
    expect(settings).toMatch(/^# yaml-language-server: \$schema=\S+\/src\/content\/schemas\/edge-agent\.schema\.json\n/);
    expect(settings).toContain('  id: alderfinch\n  name: Alder & Finch\n  url: https://www.alderfinch.example\n');
    expect(settings).toContain('#   email: bench@alderfinch.example');
    const asked = [
      'coffee is too coarse, how to grind finer',
      'cleaning the burrs',
      'motor hums and nothing turns',
      'delivery to Northern Ireland',
      'send it back please',
    ];
    expect(await answersOf(asked, 'en')).toEqual([
      'how-do-i-adjust-the-grind-on-the-no-3',
      'how-often-should-i-clean-the-burrs',
      'the-grinder-hums-but-does-not-turn',
      'do-you-ship-to-northern-ireland',
      'can-i-send-it-back',
    ]);
  });

  it('of a city’s page in German (headings) answers its citizens', async () => {
    const report = await importContent(fixture('city.html'), out, options);
    expect(report).toMatchObject({ pairs: 5, locales: ['de'] });
    expect(await unitFiles()).toEqual([
      'abholung/abfuhr-an-feiertagen.md',
      'abholung/wann-wird-sperrmuell-abgeholt.md',
      'tonnen/tonne-beschaedigt-oder-gestohlen.md',
      'tonnen/was-kostet-die-muellabfuhr.md',
      'tonnen/wie-melde-ich-eine-neue-tonne-an.md',
    ]);
    expect(await contentOf('units/abholung/wann-wird-sperrmuell-abgeholt.md')).toContain('### Was darf nicht dazu?\n\n- Bauschutt');
    expect(
      await answersOf(['Meine Tonne wurde gestohlen', 'Sperrmüll abholen', 'Gebühren für 60 Liter', 'Müll am Feiertag'], 'de'),
    ).toEqual(['tonne-beschaedigt-oder-gestohlen', 'wann-wird-sperrmuell-abgeholt', 'was-kostet-die-muellabfuhr', 'abfuhr-an-feiertagen']);
  });

  it('of a Japanese page whose questions stand in JSON-LD only names units by topic and number', async () => {
    expect(await importContent(fixture('faq-ja.html'), out, options)).toMatchObject({ pairs: 4, locales: ['ja'] });
    expect(await unitFiles()).toEqual(['support/support-1.md', 'support/support-2.md', 'support/support-3.md', 'support/support-4.md']);
    expect(await contentOf('units/support/support-2.md')).toContain('question: 送料はいくらですか？\n');
    expect(await contentOf('units/support/support-3.md')).toContain('**PDF**');
    expect(await contentOf('units/support/support-4.md')).not.toContain('script');
    expect(await answersOf(['送料を教えて', '領収書がほしい', 'キャンセルしたい'], 'ja')).toEqual(['support-2', 'support-3', 'support-1']);
  });

  it('of a Zendesk export keeps translations together, and leaves drafts out', async () => {
    const report = await importContent(fixture('zendesk.json'), out, options);
    expect(report).toMatchObject({ kind: 'zendesk', read: 5, pairs: 6, units: 5, locales: ['en-US', 'de'] });
    expect(report.skipped.map(({ reason }) => reason)).toEqual(['it is a draft', 'it is a draft', 'it has no text']);
    expect(report.notes).toEqual([expect.stringContaining('Invoices-FAQ is marked as outdated')]);
    expect(await unitFiles()).toEqual([
      'invoices-faq/can-i-have-it-in-another-name.md',
      'invoices-faq/do-you-send-paper-invoices.md',
      'invoices-faq/where-is-my-invoice.md',
      'orders-delivery/change-the-delivery-address.de.md',
      'orders-delivery/change-the-delivery-address.md',
      'your-account/how-do-i-reset-my-password.md',
    ]);
    expect(await contentOf('units/your-account/how-do-i-reset-my-password.md')).toContain('review: 2025-02-28');
    expect(await answersOf(['forgot my password', 'wrong delivery address'], 'en')).toEqual([
      'how-do-i-reset-my-password',
      'change-the-delivery-address',
    ]);
    expect(await answersOf(['Adresse ändern'], 'de')).toEqual(['change-the-delivery-address']);
  });

  it('of a table finds its columns, and writes units that have no words in the default locale', async () => {
    const report = await importContent(fixture('faq.csv'), out, options);
    expect(report).toMatchObject({
      kind: 'table',
      read: 5,
      pairs: 4,
      locales: ['de', 'en'],
      skipped: [{ from: 'faq.csv:7', reason: 'the row has no answer' }],
    });
    expect(await unitFiles()).toContain('payment/how-can-i-pay.en.md');
    expect(await contentOf('units/versand/was-kostet-der-versand.md')).toContain('**kostenlos**');
    expect(await answersOf(['Versandkosten'], 'de')).toEqual(['was-kostet-der-versand']);
  });
});

describe('a second import', { timeout: 60_000 }, () => {
  it.each(['maker.html', 'city.html', 'faq-ja.html', 'zendesk.json', 'faq.csv'])('of %s meets its own files again', async (name) => {
    const first = await importContent(fixture(name), out, options);
    const second = await importContent(fixture(name), out, options);
    expect(second).toMatchObject({ written: [], kept: [], notes: first.notes });
    expect(second.unchanged).toHaveLength(first.written.length - 1);
  });

  it('leaves what a person changed alone, and lists it; --force overwrites', async () => {
    await importContent(fixture('maker.html'), out, options);
    const path = 'units/delivery-returns/can-i-send-it-back.md';
    const before = await contentOf(path);
    await writeFile(join(out, path), before.replace('Within 30 days', 'Within 60 days'));
    await writeFile(join(out, 'edge-agent.yaml'), (await contentOf('edge-agent.yaml')).replace('# contact', '# Contact'));
    expect(await importContent(fixture('maker.html'), out, options)).toMatchObject({ written: [], kept: [path] });
    expect(await contentOf(path)).toContain('60 days');
    expect(await importContent(fixture('maker.html'), out, { ...options, force: true })).toMatchObject({ written: [path], kept: [] });
    expect(await contentOf(path)).toBe(before);
    expect(await contentOf('edge-agent.yaml')).toContain('# Contact');
  });

  it('knows a unit by its question or its answer, wherever its file went', async () => {
    await importContent(fixture('faq-ja.html'), out, options);
    await cp(join(out, 'units/support/support-2.md'), join(out, 'units/shipping/postage.md'));
    await rm(join(out, 'units/support/support-2.md'));
    const text = await contentOf('units/support/support-1.md');
    await writeFile(join(out, 'units/support/support-1.md'), text.replace('注文をキャンセルできますか？', '注文の取り消し'));
    const report = await importContent(fixture('faq-ja.html'), out, options);
    expect(report.written).toEqual([]);
    expect(report.kept).toEqual(['units/support/support-1.md']);
    expect(report.unchanged).toContain('units/shipping/postage.md');
  });

  it('does not repeat what a table in the content has', async () => {
    await importContent(fixture('faq.csv'), out, options);
    await rm(join(out, 'units'), { recursive: true });
    await writeFile(join(out, 'own.csv'), 'unit,locale,question,answer\nship,de,Was kostet der Versand?,Nichts.\n');
    const report = await importContent(fixture('faq.csv'), out, options);
    expect(report.skipped).toContainEqual({ from: 'faq.csv: Was kostet der Versand?', reason: 'own.csv has it already' });
  });

  it('says which locales the settings do not list yet', async () => {
    await importContent(fixture('maker.html'), out, options);
    const report = await importContent(fixture('city.html'), out, options);
    expect(report.notes).toEqual(['edge-agent.yaml does not list de, which some questions are in; add it to "locales"']);
  });
});

describe('a list of pages', { timeout: 60_000 }, () => {
  const page = (locale: string, other: string, rows: string) =>
    `<html lang="${locale}"><head><title>FAQ | Shop</title><link rel="alternate" hreflang="${other}" href="https://shop.example/${other}/faq"></head><body><h1>FAQ</h1>${rows}</body></html>`;
  const documents: Record<string, string> = {
    'https://shop.example/sitemap.xml': `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://shop.example/en/faq</loc></url>
      <url><loc><![CDATA[https://shop.example/fr/faq]]></loc></url><url><loc>https://shop.example/gone</loc></url><url><loc>https://other.example/x</loc></url></urlset>`,
    'https://shop.example/en/faq': page(
      'en',
      'fr',
      '<details><summary>How do I pay?</summary>By card.</details><details><summary>How long is it?</summary>Two days.</details>',
    ),
    'https://shop.example/fr/faq': page(
      'fr',
      'en',
      '<details><summary>Comment payer ?</summary>Par carte.</details><details><summary>Combien de temps ?</summary>Deux jours.</details>',
    ),
  };
  const fetchDocument: FetchDocument = async (url) => {
    const text = documents[url];
    if (text === undefined) throw new PageError('the server answers 404 Not Found');
    return { url, contentType: 'text/html', text };
  };

  it('is read through a sitemap; translations become one unit; failures are named', async () => {
    const report = await importContent('https://shop.example/sitemap.xml', out, { ...options, fetchDocument });
    expect(report).toMatchObject({ kind: 'pages', read: 3, pairs: 4, units: 2, locales: ['en', 'fr'] });
    expect(report.skipped).toEqual([
      { from: 'https://other.example/x', reason: 'it is of another site than the sitemap' },
      { from: 'https://shop.example/gone', reason: 'the server answers 404 Not Found' },
    ]);
    expect(await unitFiles()).toEqual([
      'faq/how-do-i-pay.fr.md',
      'faq/how-do-i-pay.md',
      'faq/how-long-is-it.fr.md',
      'faq/how-long-is-it.md',
    ]);
    expect(await answersOf(['payer'], 'fr')).toEqual(['how-do-i-pay']);
  });

  it('is read from a file of addresses, with comments, up to a limit', async () => {
    const list = join(folder, 'pages.txt');
    await writeFile(list, '# our pages\nhttps://shop.example/en/faq\r\n\r\nhttps://shop.example/fr/faq\n');
    const report = await importContent(list, out, { ...options, fetchDocument, limit: 1 });
    expect(report).toMatchObject({ read: 1, pairs: 2, notes: ['1 more pages were not read; raise --limit'] });
  });

  it.each([
    ['nothing', '', 'is empty'],
    ['words', 'https://shop.example/\nhello there\n', 'list.txt:2: this is neither a page'],
    ['binary junk', '\u0000\u0001\u0002', 'is not text'],
    ['malformed JSON', '{"articles": [', 'list.txt:1: it is neither JSON'],
  ])('of %s is refused with what is wrong', async (_, text, message) => {
    const list = join(folder, 'list.txt');
    await writeFile(list, text);
    await expect(importContent(list, out, options)).rejects.toThrow(message);
    await expect(importContent(list, out, options)).rejects.toBeInstanceOf(PageError);
  });
});
