import { mkdir } from 'node:fs/promises';
import { buildPack } from '../../pack/build-pack.ts';
import type { Command } from '../command.ts';
import { encoderNamed } from '../encoders.ts';
import { writePack } from '../pack-files.ts';
import { progressLine } from '../progress.ts';
import { readContentOrFail } from '../read-sources.ts';
import { UsageError } from '../usage-error.ts';

export const build: Command = {
  summary: 'compile content to a pack',
  usage: `edge-agent build <content-dir | file.csv> --out <pack-dir> [--encoder builtin|none|<hub-id>|<path>] [--json]

Compiles units (and all else that the directory holds) to a pack: static files for any web server.
  --out <dir>       where the pack goes; it is created
  --encoder <name>  what makes the vectors; builtin is the default, none rests on words alone
  --json            print one JSON object with version, units and bytes for each locale`,
  options: { out: { type: 'string' }, encoder: { type: 'string', default: 'builtin' }, json: { type: 'boolean', default: false } },
  async run({ positionals, values }) {
    const [source] = positionals;
    const out = values.out;
    if (source === undefined || positionals.length > 1) throw new UsageError('name one content directory or .csv file');
    if (typeof out !== 'string') throw new UsageError('say where the pack goes with --out <dir>');
    const started = performance.now();
    const content = await readContentOrFail(source);
    const encoder = await encoderNamed(String(values.encoder));
    const line = progressLine();
    const pack = await buildPack(content, {
      ...(encoder === undefined ? {} : { encoder }),
      onProgress: (step, done, total) => line.show(`building ${step} (${done + 1} of ${total})`),
    });
    line.end();
    await mkdir(out, { recursive: true });
    await writePack(pack, out);
    const locales = Object.fromEntries(
      Object.entries(pack.manifest.locales).map(([locale, entry]) => [
        locale,
        {
          units: entry.unitCount,
          bytes: [entry.units, entry.words, entry.vectors, entry.classifier].reduce((sum, shard) => sum + (shard?.bytes ?? 0), 0),
        },
      ]),
    );
    const seconds = (performance.now() - started) / 1000;
    if (values.json === true) {
      process.stdout.write(
        `${JSON.stringify({ version: pack.manifest.version, out, encoder: pack.manifest.encoder?.id ?? null, locales, seconds })}\n`,
      );
    } else {
      const rows = Object.entries(locales).map(
        ([locale, { units, bytes }]) =>
          `  ${locale.padEnd(8)} ${String(units).padStart(6)} units ${(bytes / 1024).toFixed(1).padStart(9)} kB`,
      );
      process.stdout.write(`${rows.join('\n')}\npack ${pack.manifest.version} is in ${out} (${seconds.toFixed(1)} s)\n`);
    }
    return 0;
  },
};
