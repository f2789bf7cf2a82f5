import { watch } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ContentIssue, formatIssue } from '../../content/issue.ts';
import { buildPack } from '../../pack/build-pack.ts';
import type { Manifest } from '../../pack/manifest.ts';
import type { Command } from '../command.ts';
import { encoderNamed, hubOf, type NamedEncoder } from '../encoders.ts';
import { NudgeLab } from '../nudge-lab.ts';
import { readOffTopic } from '../off-topic.ts';
import { writePack } from '../pack-files.ts';
import { browserFiles, previewFiles } from '../package-files.ts';
import { readSources } from '../read-sources.ts';
import { startStaticServer } from '../static-server.ts';
import { UsageError } from '../usage-error.ts';
import { listenError, portOf } from './serve.ts';

/** What the preview page gets to know of each build. */
interface BuildReport {
  readonly site?: string;
  readonly version?: string;
  readonly locales: readonly string[];
  readonly units: number;
  readonly issues: readonly ContentIssue[];
  readonly seconds: number;
}

/** Editors write a file in several steps; a build waits until they are done, in milliseconds. */
const settleTime = 120;

export const dev: Command = {
  summary: 'preview content in a page, rebuilt as you write',
  usage: `edge-agent dev <content-dir | file.csv> [--port 8090] [--host localhost] [--encoder builtin|none|<hub-id>|<path>]

Shows the agent with your content on a page; each time a file is saved the pack is built anew and the open page takes it
over. What is wrong with the content is listed on the page and here. The nudge lab at /nudges.html shows how a nudge looks
and when it would have shown in a session.`,
  options: {
    port: { type: 'string', default: '8090' },
    host: { type: 'string', default: 'localhost' },
    encoder: { type: 'string', default: 'builtin' },
  },
  async run({ positionals, values }) {
    const [source] = positionals;
    if (source === undefined || positionals.length > 1) throw new UsageError('name one content directory or .csv file');
    const pack = await mkdtemp(join(tmpdir(), 'edge-agent-'));
    const preview = new Preview(resolve(source), pack, String(values.encoder));
    await preview.build();
    const mounts = [
      { path: '/pack/', directory: pack },
      { path: '/edge-agent/', directory: browserFiles() },
      { path: '/', directory: previewFiles() },
    ];
    const server = await startStaticServer({
      mounts,
      port: portOf(values.port),
      host: String(values.host),
      isChanging: true,
      intercept: (request, response) => (request.url === '/builds' && preview.subscribe(response)) || preview.lab.answer(request, response),
    }).catch((thrown: unknown) => {
      throw listenError(thrown);
    });
    process.stdout.write(`${server.url}\n`);
    const watcher = preview.watch();
    await new Promise<void>((stop) => {
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
    watcher.close();
    await server.close();
    await rm(pack, { recursive: true, force: true });
    return 0;
  },
};

/** Builds again whenever the content changes, and tells every open preview page. */
class Preview {
  readonly lab = new NudgeLab();
  private readonly listeners = new Set<ServerResponse>();
  private named: Promise<NamedEncoder> | undefined;
  private report: BuildReport = { locales: [], units: 0, issues: [], seconds: 0 };

  constructor(
    private readonly source: string,
    private readonly pack: string,
    private readonly encoder: string,
  ) {}

  async build(): Promise<void> {
    const started = performance.now();
    const { content, issues } = await readSources(this.source);
    this.named ??= encoderNamed(this.encoder);
    const { encoder, folder } = await this.named;
    let manifest: Manifest | undefined;
    if (content !== undefined) {
      this.lab.content = content;
      const hub = folder && hubOf(folder);
      const built = await buildPack(content, { offTopic: await readOffTopic(), ...(encoder && { encoder }), ...(hub && { hub }) });
      await writePack(built, this.pack, folder);
      manifest = built.manifest;
    }
    const seconds = (performance.now() - started) / 1000;
    this.report = {
      ...(manifest === undefined ? {} : { site: manifest.site.name, version: manifest.version }),
      locales: Object.keys(manifest?.locales ?? {}),
      units: content?.units.length ?? 0,
      issues,
      seconds,
    };
    process.stderr.write(
      manifest === undefined ? `${issues.map(formatIssue).join('\n')}\n` : `built ${manifest.version} in ${seconds.toFixed(1)} s\n`,
    );
    for (const listener of this.listeners) this.tell(listener);
  }

  watch(): { close(): void } {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return watch(this.source, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.build().catch((thrown: unknown) => process.stderr.write(`${String(thrown)}\n`));
      }, settleTime);
    });
  }

  /** Server-sent events: one message for each build, the last one at once. */
  subscribe(response: ServerResponse): true {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
    this.tell(response);
    return true;
  }

  private tell(response: ServerResponse): void {
    response.write(`data: ${JSON.stringify(this.report)}\n\n`);
  }
}
