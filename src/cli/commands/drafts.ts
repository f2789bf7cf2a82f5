import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Draft } from '../../protocol/desk.ts';
import type { Command } from '../command.ts';
import { readRecords } from '../relay-records.ts';
import { UsageError } from '../usage-error.ts';

export const drafts: Command = {
  summary: 'write out the units that people drafted at the desk',
  usage: `edge-agent drafts <content-dir> [--config relay.yaml] [--site <id>] [--json]

Writes each unit that was drafted from a solved case as <content-dir>/units/drafts/<unit>.<locale>.md, for an author to review and
move; files that are there already stay as they are. DATABASE_URL goes before the database that the file names.
  --config <file>   the relay's configuration; relay.yaml unless named
  --site <id>       drafts of that site; needed where the relay has several
  --json            print one JSON object`,
  options: { config: { type: 'string', default: 'relay.yaml' }, site: { type: 'string' }, json: { type: 'boolean', default: false } },
  async run({ positionals, values }) {
    const [content] = positionals;
    if (content === undefined || positionals.length > 1) throw new UsageError('name one content directory');
    const { site, found } = await readRecords(String(values.config), values.site, async (storage, site) => ({
      site,
      found: await storage.desk.drafts([site]),
    }));
    const directory = join(content, 'units', 'drafts');
    await mkdir(directory, { recursive: true });
    const written: string[] = [];
    // The newest of a name is written, the older ones would be taken for it.
    for (const draft of found) if (await writeNew(directory, draft)) written.push(draft.unit);
    process.stdout.write(
      values.json === true
        ? `${JSON.stringify({ site, drafts: found.length, written })}\n`
        : `${written.length} of ${found.length} drafts written to ${directory}\n`,
    );
    return 0;
  },
};

async function writeNew(directory: string, draft: Draft): Promise<boolean> {
  try {
    // Names are checked when a draft is made: lower-case words and hyphens.
    await writeFile(join(directory, `${draft.unit}.${draft.locale}.md`), markdownOf(draft), { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    throw thrown;
  }
}

/** @returns a unit file: front matter, then the answer */
export function markdownOf({ question, phrasings, answer, by, at, handoff }: Draft): string {
  const head = { question, ...(phrasings.length === 0 ? {} : { phrasings }), source: `Case ${handoff}, ${at.slice(0, 10)}`, owner: by };
  return `---\n${stringify(head)}---\n${answer.trim()}\n`;
}
