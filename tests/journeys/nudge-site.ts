import type { BrowserContext, Page } from 'playwright-core';
import { readContentDirectory } from '../../src/content/read-content.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import { pageWith, type Site, watchErrors } from './site.ts';

/** Of the offers SAVE5 may be had, and OVER could be, were it not for the relay's own rules. */
export const settings = `site: {id: shop, name: Shop}
locales: [en]
nudges: {per-visit: 20, per-day: 20, gap: 0}
policy:
  rights:
    apply-offer:
      - {id: open, when: 'args.offer in ["SAVE5", "OVER"]', right: auto, because: It is yours.}
      - {id: other, right: refuse, because: There is no such offer.}
`;
const units: Readonly<Record<string, string>> = {
  pay: '---\nquestion: Why was my payment declined?\n---\nAsk your bank.',
  late: '---\nquestion: My parcel is late, what now?\n---\nWe look for it.',
};

/** A nudge that opens a unit, but for what a test says. */
export function nudge(trigger: string, more = ''): string {
  return `trigger: ${trigger}\nmessage: Can we help?\nnext: {unit: pay}\ncap: {times: 1, per: day}\n${more}\n`;
}

/** Puts a pack with these nudges, and units besides the usual ones, on a test's site, and a page at `/` that has consent. */
export async function serveNudges(
  site: Site,
  nudges: Readonly<Record<string, string>>,
  page: Parameters<typeof pageWith>[0] = {},
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { content, issues } = readContentDirectory([
    { path: 'edge-agent.yaml', text: settings },
    ...Object.entries({ ...units, ...more }).map(([id, text]) => ({ path: `units/${id}.md`, text })),
    ...Object.entries(nudges).map(([id, text]) => ({ path: `nudges/${id}.yaml`, text })),
  ]);
  if (content === undefined) throw new Error(issues.map(({ place, message }) => `${place.file}:${place.line} ${message}`).join('\n'));
  const { files } = await buildPack(content);
  for (const [name, body] of files) site.files.set(`/nudge-pack/${name}`, { body, type: 'application/octet-stream' });
  site.files.set('/', pageWith({ attributes: attributes(), ...page }));
}

export function attributes(more = 'data-consent="granted"'): string {
  return `data-pack="/nudge-pack/manifest.json" data-offline="off" ${more}`;
}

/** A visitor who is watched by nudges. */
export class NudgedVisitor {
  readonly errors: string[];

  private constructor(readonly page: Page) {
    this.errors = watchErrors(page);
  }

  static async at(context: BrowserContext, url: string): Promise<NudgedVisitor> {
    const visitor = new NudgedVisitor(await context.newPage());
    await visitor.goto(url);
    return visitor;
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
    await this.ready();
  }

  /** Waits until nudges run on the page. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => {
      const agent = document.querySelector('edge-agent') as (HTMLElement & { nudges?: { running?: unknown } }) | null;
      return agent?.nudges?.running !== undefined;
    });
  }

  get nudge() {
    return this.page.locator('edge-agent-nudge .nudge');
  }

  /** The id of the nudge that shows, waited for. */
  async shown(): Promise<string | null> {
    await this.nudge.waitFor({ timeout: 8000 });
    return this.page.locator('edge-agent-nudge').getAttribute('data-nudge');
  }

  /** Waits long enough for any nudge that is due to have come. */
  async quiet(milliseconds = 2800): Promise<boolean> {
    await this.page.waitForTimeout(milliseconds);
    return (await this.nudge.count()) === 0;
  }

  track(name: string, data: unknown = {}): Promise<void> {
    return this.page.evaluate(
      ([event, facts]) =>
        (document.querySelector('edge-agent') as HTMLElement & { track(name: unknown, data: unknown): void }).track(event, facts),
      [name, data] as const,
    );
  }
}
