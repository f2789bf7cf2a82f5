import { tableRow } from '../../../src/content/csv-table.ts';
import { formatIssue } from '../../../src/content/issue.ts';
import { readContentTable } from '../../../src/content/read-content.ts';
import { emptyState } from '../../../src/decide/state.ts';
import { buildPack } from '../../../src/pack/build-pack.ts';
import { sha256Hex } from '../../../src/pack/hash.ts';
import { readManifest, type ShardEntry } from '../../../src/pack/manifest.ts';
import { openBase } from '../../../src/pack/open-base.ts';
import type { Encoder } from '../../../src/retrieve/encoder.ts';
import type { KnowledgeBase } from '../../../src/retrieve/knowledge.ts';
import { searchBase } from '../../../src/retrieve/retrieve.ts';
import { type Agent, takeTurn } from '../../../src/turn.ts';
import type { Contender, IndexFiles } from './contender.ts';
import type { Corpus } from './corpus.ts';

/**
 * Edge Agent as it ships. Building reads the contract's table (the answers' Markdown too) and compiles the pack, its
 * confidence included; a question is a whole turn: split, encoded, searched, decided, put into words.
 * @param encoder makes and reads the vectors
 */
export function wholeTurn(encoder: Encoder | undefined): Contender {
  const options = encoder === undefined ? {} : { encoder };
  return {
    async build(corpus) {
      const { content, issues } = readContentTable({ path: 'benchmark.csv', text: tableOf(corpus) });
      if (content === undefined) throw new Error(`the corpus is not valid content: ${issues.slice(0, 3).map(formatIssue).join('; ')}`);
      return (await buildPack(content, options)).files;
    },
    async open(files, locale) {
      const { base, siteName } = openPack(files, locale, true);
      const agent: Agent = { knowledge: { bases: [base], ...options }, policy: { contact: {} }, siteName };
      const context = { locale, now: '2025-06-01T12:00:00.000Z' };
      return async (text) => {
        const turn = await takeTurn({ kind: 'question', text }, emptyState, agent, context);
        return turn.parts[0].decision.candidates[0]?.unit;
      };
    },
  };
}

/** The part of a turn that the other contenders do: a search by words, slips of the finger forgiven. */
export const bareSearch: Contender = {
  async open(files, locale) {
    const { base } = openPack(files, locale, false);
    return async (text) => {
      const [first] = searchBase(base, text, null).matches;
      return first === undefined ? undefined : base.units.at(first.unit).id;
    };
  },
};

/** Opens a pack as visitors' devices do, every hash checked. */
function openPack(files: IndexFiles, locale: string, withVectors: boolean): { base: KnowledgeBase; siteName: string } {
  const file = (name: string) => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new Error(`the pack lacks ${name}`);
    return bytes;
  };
  const manifest = readManifest(new TextDecoder().decode(file('manifest.json')));
  const entry = manifest.locales[locale];
  if (entry === undefined) throw new Error(`the pack has no ${locale}`);
  const checked = (shard: ShardEntry) => {
    const bytes = file(shard.file);
    if (sha256Hex(bytes) !== shard.sha256) throw new Error(`${shard.file} does not match its hash`);
    return bytes;
  };
  const vectors = withVectors && entry.vectors !== undefined ? checked(entry.vectors) : undefined;
  const classifier = withVectors && entry.classifier !== undefined ? checked(entry.classifier) : undefined;
  const shards = { units: checked(entry.units), words: checked(entry.words), vectors, classifier };
  return { base: openBase(locale, 'pack', shards, entry.calibration), siteName: manifest.site.name };
}

/** The corpus as `unit,locale,question,answer`, one row a phrasing. */
function tableOf({ entries, locale }: Pick<Corpus, 'locale' | 'entries'>): string {
  const rows = entries.flatMap(({ id, phrasings, answer }) =>
    phrasings.map((phrasing, index) => tableRow([id, locale, phrasing, index === 0 ? answer : ''])),
  );
  return ['unit,locale,question,answer', ...rows].join('\n');
}
