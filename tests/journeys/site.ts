import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Mount, type StaticServer, startStaticServer } from '../../src/cli/static-server.ts';
import { chromiumPath } from '../browser/chromium-path.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const browserFiles = `${root}dist/browser`;
export const demoFiles = `${root}dist/demo`;
export const demoPack = `${demoFiles}/pack`;

/** The policies that the README tells a page to send, in its order: everything on one origin, and with a second one. */
const [ownOrigin = '', secondOrigin = ''] = [...readFileSync(`${root}README.md`, 'utf8').matchAll(/```\n(script-src[^`]+)```/g)].map(
  ([, policy = '']) => policy.replace(/\s+/g, ' ').trim(),
);

/** Everything else is forbidden, but for what the test's own pages need. */
export const sameOriginPolicy = `default-src 'none'; base-uri 'none'; ${ownOrigin}`;

export function crossOriginPolicy(origin: string): string {
  return `default-src 'none'; base-uri 'none'; style-src 'self'; img-src 'self'; ${secondOrigin.replaceAll('https://cdn.example', origin)}`;
}

export interface Site {
  readonly url: string;
  readonly port: number;
  /** Pages and files made for the test, by path; they come before the mounted ones and may change as it goes on. */
  readonly files: Map<string, SiteFile>;
  /** Requests in the order in which they came. */
  readonly requests: string[];
  close(): Promise<void>;
}

export interface SiteFile {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

export interface SiteOptions {
  readonly mounts?: readonly Mount[];
  readonly host?: string;
  readonly port?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A web server of the test's own: the agent's files under /edge-agent/, the demo's pack under /pack/, and whatever the test puts in. */
export async function startSite({ mounts, host = 'localhost', port = 0, headers = {} }: SiteOptions = {}): Promise<Site> {
  const files = new Map<string, SiteFile>([['/favicon.ico', { body: '', status: 204, type: 'image/x-icon' }]]);
  const requests: string[] = [];
  const server: StaticServer = await startStaticServer({
    mounts: mounts ?? [
      { path: '/edge-agent/', directory: browserFiles },
      { path: '/pack/', directory: demoPack },
    ],
    host,
    port,
    headers,
    isChanging: true,
    intercept: (request, response) => {
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      if (path !== '/favicon.ico') requests.push(path);
      const file = files.get(path);
      if (file === undefined) return false;
      response.writeHead(file.status ?? 200, {
        'Content-Type': file.type ?? 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache',
        'Access-Control-Allow-Origin': '*',
        ...headers,
        ...file.headers,
      });
      response.end(file.body);
      return true;
    },
  });
  return { url: server.url, port: server.port, files, requests, close: () => server.close() };
}

export interface PageOptions {
  readonly attributes?: string;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly head?: string;
  readonly body?: string;
  readonly loader?: string;
}

/** A plain page with the agent's script tag. */
export function pageWith({
  attributes = 'data-pack="/pack/manifest.json"',
  lang = 'en',
  dir = 'ltr',
  head = '',
  body = '',
  loader = '/edge-agent/edge-agent.js',
}: PageOptions = {}): SiteFile {
  return {
    body: `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title>${head}<script src="${loader}" async ${attributes}></script></head><body><main><h1>A shop</h1>${body}</main></body></html>`,
  };
}

export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}

/** What a page said on its console or threw; a test looks at it at the end. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

/** The visitor's view of the agent on a page. */
export class Visitor {
  constructor(readonly page: Page) {}

  static async at(context: BrowserContext, url: string): Promise<Visitor> {
    const page = await context.newPage();
    await page.goto(url);
    return new Visitor(page);
  }

  get panel() {
    return this.page.locator('edge-agent [part~=panel]');
  }

  get agentMessages() {
    return this.page.locator('edge-agent [part~=agent-message]');
  }

  get lastReply() {
    return this.agentMessages.last();
  }

  async open(): Promise<void> {
    await this.page.locator('edge-agent [part~=launcher]').click();
    await this.panel.waitFor();
  }

  /** Asks by typing, waits for the reply and returns its text. */
  async ask(question: string): Promise<string> {
    const before = await this.agentMessages.count();
    const input = this.page.locator('edge-agent [part~=input]');
    await input.fill(question);
    await input.press('Enter');
    await this.agentMessages.nth(before).waitFor();
    return (await this.lastReply.innerText()).trim();
  }

  /** Asks and resolves to what was decided. */
  async decide(question: string): Promise<{ kind: string; unit?: string; candidates: { unit: string }[]; tier: string }> {
    const decided = this.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener(
            'edge-agent-answer',
            (event) => resolve(JSON.stringify((event as Event & { decision: unknown }).decision)),
            { once: true },
          );
        }),
    );
    await this.ask(question);
    return JSON.parse(await decided);
  }
}

export async function readPackFile(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(`${demoPack}/${name}`));
}
