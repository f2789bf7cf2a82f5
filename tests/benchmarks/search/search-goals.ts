import type { Goal } from '../goals.ts';
import type { Corpus } from './corpus.ts';
import type { Row } from './measure-corpus.ts';

/** Milliseconds that 95 of 100 questions may take, by the most units that this holds for. */
const limits = [
  { below: 1000, p95: 2 },
  { below: 1001, p95: 5 },
  { below: 100_001, p95: 30 },
];
/** From this many units on never slower than MiniSearch. */
const comparedFrom = 1000;
const readyUnits = 1000;
const readyLimit = 150;

/** The goals that a corpus's rows have to meet; a whole turn has to, not the bare search. */
export function searchGoals({ name, entries }: Corpus, rows: readonly Row[]): Goal[] {
  return rows
    .filter(({ contender }) => contender === 'Edge Agent')
    .flatMap((row) => [
      ...speedGoals(name, entries.length, row),
      ...(entries.length >= comparedFrom ? comparisonGoals(name, row, rows) : []),
    ]);
}

function speedGoals(corpus: string, units: number, { host, p95, readyMilliseconds }: Row): Goal[] {
  const place = `${corpus}, ${host}`;
  const limit = limits.find(({ below }) => units < below)?.p95;
  return [
    ...(limit === undefined ? [] : [{ name: `p95 of ${place}`, value: p95, limit, unit: 'ms' }]),
    ...(units === readyUnits && host === 'Chromium worker'
      ? [{ name: `ready, ${place}`, value: readyMilliseconds, limit: readyLimit, unit: 'ms' }]
      : []),
  ];
}

/** Against MiniSearch on the same host. */
function comparisonGoals(corpus: string, own: Row, rows: readonly Row[]): Goal[] {
  const peer = rows.find(({ contender, host }) => contender === 'MiniSearch' && host === own.host);
  if (peer === undefined) return [];
  return (['p50', 'p95'] as const).map((figure) => ({
    name: `${figure} not above MiniSearch’s, ${corpus}, ${own.host}`,
    value: own[figure],
    limit: peer[figure],
    unit: 'ms',
  }));
}
