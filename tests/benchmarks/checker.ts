import { builtinEncoder } from '../../src/cli/encoders.ts';
import { type Case, readCheckerSet } from './checker/checker-set.ts';
import { checkersOf } from './checker/figures-of-cases.ts';
import { type Goal, reportGoals } from './goals.ts';
import { formatTable } from './table.ts';

/** Sentences that are not supported and are caught, and good ones that are dropped; in each language by itself. */
const leastCaught = 0.97;
const mostDropped = 0.05;
const mostMilliseconds = 5;

interface Checked extends Case {
  readonly passed: boolean;
  readonly doubt: string;
  readonly milliseconds: number;
}

// For work on the checker: what it gets wrong on the sentences that it is calibrated on, and never on the others.
const showsMisses = process.argv.includes('--calibration');
const set = await readCheckerSet(showsMisses ? 'calibration' : 'heldOut');
const checkerFor = checkersOf(set, builtinEncoder());
const results: Checked[] = [];
for (const each of set.cases) {
  const checker = await checkerFor(each);
  const started = performance.now();
  const { isSupported, doubt } = await checker.check(each.sentence);
  results.push({ ...each, passed: isSupported, doubt: doubt ?? '', milliseconds: performance.now() - started });
}
if (showsMisses)
  for (const { unit, from, sentence, passed, doubt, isSupported } of results)
    if (passed !== isSupported)
      console.log(`${isSupported ? 'DROPPED' : 'PASSED '}  ${unit} (${from}${doubt === '' ? '' : `, ${doubt}`}): ${sentence}`);

const kinds = [...new Set(results.map(({ from }) => from))];
const rows = kinds.flatMap((from) =>
  (['en', 'zh'] as const).flatMap((locale) =>
    [true, false].flatMap((isSupported) => {
      const group = results.filter((each) => each.from === from && each.locale === locale && each.isSupported === isSupported);
      if (group.length === 0) return [];
      const kept = group.filter(({ passed }) => passed).length / group.length;
      return [
        [
          from,
          locale,
          isSupported ? 'good' : 'false',
          String(group.length),
          percent(isSupported ? 1 - kept : 0),
          percent(isSupported ? 0 : 1 - kept),
        ],
      ];
    }),
  ),
);
console.log(formatTable(['sentences', 'language', '', 'count', 'dropped %', 'caught %'], rows));
console.log();

const goals: Goal[] = [];
for (const locale of ['en', 'zh'] as const) {
  const own = results.filter((each) => each.locale === locale);
  const caught = share(
    own.filter(({ isSupported }) => !isSupported),
    ({ passed }) => !passed,
  );
  // A unit's own words are easy to bear out: paraphrases alone are what the goal speaks of.
  const dropped = share(
    own.filter(({ isSupported, from }) => isSupported && from === 'written'),
    ({ passed }) => !passed,
  );
  goals.push({ name: `unsupported caught, ${locale}`, value: caught, limit: leastCaught, isLeast: true, unit: 'of 1' });
  goals.push({ name: `paraphrases dropped, ${locale}`, value: dropped, limit: mostDropped, unit: 'of 1' });
  goals.push({
    name: `own words dropped, ${locale}`,
    value: share(
      own.filter(({ from }) => from === 'own words'),
      ({ passed }) => !passed,
    ),
    limit: mostDropped,
    unit: 'of 1',
  });
}
const times = results.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const usual = times[Math.floor(times.length * 0.5)] as number;
goals.push({ name: 'time a sentence, median', value: usual, limit: mostMilliseconds, unit: 'ms' });
const all = share(
  results.filter(({ isSupported }) => !isSupported),
  ({ passed }) => !passed,
);
reportGoals('bench:checker', goals, `${results.length} sentences, unsupported caught ${percent(all)} %, ${usual.toFixed(2)} ms a sentence`);

function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length / items.length;
}

function percent(value: number): string {
  return (100 * value).toFixed(1);
}
