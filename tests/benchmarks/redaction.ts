import { readFile } from 'node:fs/promises';
import { languages } from '../../src/language/locale.ts';
import { type Found, type SecretType, secretTypes } from '../../src/privacy/found.ts';
import { redact } from '../../src/privacy/redact.ts';
import { bundleFile } from './bundle.ts';
import { type Goal, reportGoals } from './goals.ts';
import { findByRegex } from './redaction/regex-peer.ts';
import { percentile } from './statistics.ts';
import { formatTable } from './table.ts';

const notes = `527 messages, written by hand and labelled before the redaction was; 180 hold nothing to redact but look as if (orders,
parcels, serials, dates, prices, versions, passwords that do not work). Recall: of the labelled secrets, those that are covered to
the last character by what was found of their type. Precision: of what was found, what overlaps a labelled secret of its type.
Peer: a list of one regular expression per type, as it is often written.
Postal addresses, which are taken out where that is asked for, have a set of their own: 108 messages, 72 with an address as people
write it, whole with its flat and town; the others look as if. It was labelled once and the redaction not fitted to it.\n`;

interface Message {
  readonly text: string;
  readonly locale: string;
  readonly found: readonly Found[];
}
type Finder = (text: string) => readonly Found[];

const [messages, withAddresses] = (await Promise.all(['held-out', 'addresses'].map(readSet))) as [Message[], Message[]];
const finders: Readonly<Record<string, Finder>> = { 'Edge Agent': (text) => redact(text).found, peer: findByRegex };

interface Counts {
  labelled: number;
  covered: number;
  said: number;
  right: number;
}
const overlaps = (one: Found, other: Found) => one.type === other.type && one.start < other.end && other.start < one.end;
const covers = (outer: Found, inner: Found) => outer.type === inner.type && outer.start <= inner.start && outer.end >= inner.end;

function count(finder: Finder, among: readonly Message[], isCounted: (type: SecretType) => boolean): Counts {
  const counts = { labelled: 0, covered: 0, said: 0, right: 0 };
  for (const { text, found } of among) {
    const labelled = found.filter(({ type }) => isCounted(type));
    const said = finder(text).filter(({ type }) => isCounted(type));
    counts.labelled += labelled.length;
    counts.covered += labelled.filter((label) => said.some((each) => covers(each, label))).length;
    counts.said += said.length;
    counts.right += said.filter((each) => labelled.some((label) => overlaps(each, label))).length;
  }
  return counts;
}
async function readSet(name: string): Promise<Message[]> {
  const file = await readFile(new URL(`redaction/${name}.jsonl`, import.meta.url), 'utf8');
  return file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Message);
}

const recallOf = ({ labelled, covered }: Counts) => (labelled === 0 ? 1 : covered / labelled);
const precisionOf = ({ said, right }: Counts) => (said === 0 ? 1 : right / said);

function rowOf(name: string, among: readonly Message[], isCounted: (type: SecretType) => boolean = () => true): string[] {
  const figures = Object.values(finders).flatMap((finder) => {
    const counts = count(finder, among, isCounted);
    return [precisionOf(counts).toFixed(3), recallOf(counts).toFixed(3)];
  });
  return [name, String(count(() => [], among, isCounted).labelled), ...figures];
}

function medianTime(): number {
  const times = messages.map(({ text }) => {
    const started = performance.now();
    redact(text);
    return performance.now() - started;
  });
  return percentile(times, 0.5);
}

const types = secretTypes.filter((type) => messages.some(({ found }) => found.some((each) => each.type === type)));
console.log(notes);
console.log(
  formatTable(
    ['', 'labelled', 'precision', 'recall', 'peer: precision', 'recall'],
    [
      ...types.map((type) => rowOf(type, messages, (each) => each === type)),
      ...languages.map((language) =>
        rowOf(
          language,
          messages.filter(({ locale }) => locale === language),
        ),
      ),
      rowOf('all', messages),
    ],
  ),
);
console.log();

const findAddresses: Finder = (text) => redact(text, { addresses: true }).found;
/** How much of the labelled text is covered: of an address, the street says more than the town. */
function shareCovered(among: readonly Message[]): number {
  const parts = among.map(({ text, found }) => {
    const said = findAddresses(text).filter(({ type }) => type === 'address');
    const places = found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index));
    return { all: places.length, covered: places.filter((at) => said.some(({ start, end }) => at >= start && at < end)).length };
  });
  return parts.reduce((sum, { covered }) => sum + covered, 0) / parts.reduce((sum, { all }) => sum + all, 0);
}
const addressRow = (name: string, among: readonly Message[]) => {
  const counts = count(findAddresses, among, (type) => type === 'address');
  const touched = among.flatMap(({ text, found }) => found.filter((label) => findAddresses(text).some((each) => overlaps(each, label))));
  const figures = [precisionOf(counts), recallOf(counts), touched.length / counts.labelled, shareCovered(among)];
  return [name, String(counts.labelled), ...figures.map((each) => each.toFixed(3))];
};
console.log(
  formatTable(
    ['addresses, where asked for', 'labelled', 'precision', 'recall, whole', 'recall, in part', 'characters covered'],
    [
      ...languages.map((language) =>
        addressRow(
          language,
          withAddresses.filter(({ locale }) => locale === language),
        ),
      ),
      addressRow('all', withAddresses),
    ],
  ),
);
console.log();

const whole = count(finders['Edge Agent'] as Finder, messages, () => true);
medianTime();
const time = medianTime();
const { brotli } = await bundleFile(new URL('../../src/privacy/redact.ts', import.meta.url));
const goals: Goal[] = [
  ...(['card', 'iban', 'email', 'key'] as const).map((type) => ({
    name: `recall, ${type}`,
    value: recallOf(count(finders['Edge Agent'] as Finder, messages, (each) => each === type)),
    limit: 0.99,
    isLeast: true,
    unit: '',
  })),
  { name: 'precision, all', value: precisionOf(whole), limit: 0.97, isLeast: true, unit: '' },
  { name: 'time per message, p50', value: time, limit: 1, unit: 'ms' },
  { name: 'size, brotli', value: brotli / 1000, limit: 20, unit: 'kB' },
];
reportGoals(
  'bench:redaction',
  goals,
  `precision ${precisionOf(whole).toFixed(3)}, recall ${recallOf(whole).toFixed(3)}, ${(brotli / 1000).toFixed(1)} kB`,
);
