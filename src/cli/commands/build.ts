import { readFile, stat } from 'node:fs/promises';
import type { AuthoredGuide } from '../../content/authored-guide.ts';
import { formatIssue, IssueList } from '../../content/issue.ts';
import { readFixCounts } from '../../content/read-fix-counts.ts';
import type { Content } from '../../content/unit.ts';
import type { FixCount } from '../../guide/fix-count.ts';
import { withFixCounts } from '../../guide/with-fix-counts.ts';
import type { BuiltPack } from '../../pack/build-pack.ts';
import { buildPack } from '../../pack/build-pack.ts';
import { shardsOf } from '../../pack/manifest.ts';
import type { Command } from '../command.ts';
import { encoderNamed, hubOf } from '../encoders.ts';
import { readOffTopic } from '../off-topic.ts';
import { writePack } from '../pack-files.ts';
import { copyBrowserFiles } from '../package-files.ts';
import { addParaphrases } from '../paraphrase.ts';
import { progressLine } from '../progress.ts';
import { readContentOrFail } from '../read-sources.ts';
import { FailedError, UsageError } from '../usage-error.ts';

export const build: Command = {
  summary: 'compile content to a pack',
  usage: `edge-agent build <content-dir | file.csv> --out <pack-dir> [--agent <dir>] [--language-models]
                 [--encoder builtin|none|<hub-id>|<path>] [--encoder-url <address>] [--paraphrase <url>]
                 [--fix-counts <file.csv>] [--json]

Compiles units (and all else that the directory holds) to a pack: static files for any web server.
  --out <dir>       where the pack goes; it is created
  --agent <dir>     also copy what pages load to <dir>/<version>/ and print the script tag with its hash
  --language-models with --agent, also copy what runs a site's own language models (21 MB, fetched only where one is used)
  --encoder <name>  what makes the vectors; builtin is the default, none rests on words alone; else a model of the hub
                    or a folder with one, whose files are copied beside the pack
  --encoder-url <address>
                    where browsers find that model's folder, if you serve it yourself; nothing is copied then
  --paraphrase <url>      have a language model behind an OpenAI-compatible address rephrase the questions of a content
                          directory; kept in its paraphrases.csv, which later builds use without the model. A key is
                          taken from OPENAI_API_KEY
  --paraphrase-model <m>  the model's name; gpt-4o-mini is the default
  --fix-counts <file.csv> what became of guides' fixes (guide,fix,worked,failed,held,returned): causes whose fixes helped
                          grow likelier than their author says; fixes that a guide does not have are passed over
  --json            print one JSON object with version, units and bytes for each locale`,
  options: {
    out: { type: 'string' },
    agent: { type: 'string' },
    'language-models': { type: 'boolean', default: false },
    encoder: { type: 'string', default: 'builtin' },
    'encoder-url': { type: 'string' },
    paraphrase: { type: 'string' },
    'paraphrase-model': { type: 'string', default: 'gpt-4o-mini' },
    'fix-counts': { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  async run({ positionals, values }) {
    const [source] = positionals;
    const { out, agent } = values;
    if (source === undefined || positionals.length > 1) throw new UsageError('name one content directory or .csv file');
    if (typeof out !== 'string') throw new UsageError('say where the pack goes with --out <dir>');
    const started = performance.now();
    const { encoder, folder } = await encoderNamed(String(values.encoder));
    const encoderUrl = values['encoder-url'];
    const hub = folder && hubOf(folder, typeof encoderUrl === 'string' ? encoderUrl : undefined);
    const line = progressLine();
    let content = await readContentOrFail(source);
    if (typeof values.paraphrase === 'string') {
      if (!(await stat(source)).isDirectory()) throw new UsageError('--paraphrase keeps what it makes in a content directory; name one');
      await addParaphrases(source, content, {
        url: values.paraphrase,
        model: String(values['paraphrase-model']),
        key: process.env.OPENAI_API_KEY,
        onProgress: (done, total) => line.show(`rephrasing questions (${done} of ${total})`),
      });
      content = await readContentOrFail(source);
    }
    const counts = values['fix-counts'];
    if (typeof counts === 'string') content = withCounts(content, await readCountsOrFail(counts));
    const pack = await buildPack(content, {
      offTopic: await readOffTopic(),
      ...(encoder === undefined ? {} : { encoder }),
      ...(hub && { hub }),
      onProgress: (step, done, total) => line.show(`building ${step} (${done + 1} of ${total})`),
    });
    line.end();
    await writePack(pack, out, typeof encoderUrl === 'string' ? undefined : folder);
    const languageModels = values['language-models'] === true;
    const script = typeof agent === 'string' ? await copyBrowserFiles(agent, { hub: hub !== undefined, languageModels }) : undefined;
    const report = { ...summaryOf(pack), out, ...(script && { script }), seconds: (performance.now() - started) / 1000 };
    process.stdout.write(values.json === true ? `${JSON.stringify(report)}\n` : `${spoken(report)}\n`);
    return 0;
  },
};

function withCounts(content: Content, counts: readonly FixCount[]): Content {
  const { guides = [] } = content;
  const counted = (variants: AuthoredGuide['variants']) =>
    new Map(Array.from(variants, ([locale, guide]) => [locale, withFixCounts(guide, counts)]));
  return { ...content, guides: guides.map((guide) => ({ ...guide, variants: counted(guide.variants) })) };
}

async function readCountsOrFail(path: string): Promise<FixCount[]> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`"${path}" cannot be read`);
  const issues = new IssueList();
  const counts = readFixCounts(text, path, issues);
  if (issues.issues.length > 0) throw new FailedError(issues.issues.slice(0, mostIssuesShown).map(formatIssue).join('\n'));
  return counts;
}

const mostIssuesShown = 40;

interface Summary {
  readonly version: string;
  readonly encoder: string | null;
  readonly locales: Readonly<Record<string, { readonly units: number; readonly bytes: number }>>;
}

function summaryOf({ manifest }: BuiltPack): Summary {
  const locales = Object.entries(manifest.locales).map(([locale, entry]) => {
    const bytes = shardsOf(entry).reduce((sum, shard) => sum + shard.bytes, 0);
    return [locale, { units: entry.unitCount, bytes }] as const;
  });
  return { version: manifest.version, encoder: manifest.encoder?.id ?? null, locales: Object.fromEntries(locales) };
}

function spoken({
  version,
  locales,
  out,
  script,
  seconds,
}: Summary & { out: string; script?: { file: string; integrity: string }; seconds: number }): string {
  const rows = Object.entries(locales).map(
    ([locale, { units, bytes }]) => `  ${locale.padEnd(8)} ${String(units).padStart(6)} units ${(bytes / 1000).toFixed(1).padStart(9)} kB`,
  );
  const lines = [...rows, `pack ${version} is in ${out} (${seconds.toFixed(1)} s)`];
  if (script !== undefined) {
    lines.push(
      'Put this on your pages, with the addresses under which your server has the two folders:',
      `  <script src="…/${script.file}" integrity="${script.integrity}" crossorigin="anonymous" async data-pack="…/manifest.json"></script>`,
    );
  }
  return lines.join('\n');
}
