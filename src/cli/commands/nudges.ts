import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import * as v from 'valibot';
import { type ArmCounts, holdOut, noCounts } from '../../nudge/memory.ts';
import { type NudgeReport, reportOn } from '../../nudge/sequential.ts';
import type { Command } from '../command.ts';
import { readRecords } from '../relay-records.ts';
import { FailedError, UsageError } from '../usage-error.ts';

const wholeNumber = 'must be a whole number, 0 or more';
const count = v.pipe(v.number(wholeNumber), v.integer(wholeNumber), v.minValue(0, wholeNumber));
/** What a terminal shows as it is. */
const name = v.pipe(v.string('must be a text'), v.regex(/^\P{Cc}*$/u, 'must have no control characters'));
/** One line of counts, of one device or of many together; a relay's has the day besides. */
const lineSchema = v.object(
  { nudge: name, arm: name, exposed: count, succeeded: count, dismissed: v.optional(count, 0) },
  'the line must be one JSON object',
);

type Line = v.InferOutput<typeof lineSchema>;

const defaultGuard = '0.6';

export const nudges: Command = {
  summary: 'tell whether nudges helped',
  usage: `edge-agent nudges report <counts.jsonl | -> [--alpha 0.05] [--guard 0.6] [--json]
edge-agent nudges report --relay <relay.yaml> [--site <id>] [--since <day>] [--alpha 0.05] [--guard 0.6] [--json]
edge-agent nudges export --relay <relay.yaml> [--site <id>] [--since <day>]

Sums up counts, one JSON object a line: {"nudge","arm","exposed","succeeded","dismissed"}; the arm "hold-out" is the
visitors who did not see the nudge. Tells the lift of each arm with an interval that may be looked at as often as you
like (a mixture martingale, Robbins 1970, with universal inference, Wasserman, Ramdas and Balakrishnan 2020): stopping
when it says so raises no more false alarms than agreed.
  --relay <file>    read what devices told the relay, out of its database; "export" writes it as lines of such counts
  --site <id>       of that configuration; may be left out where there is one
  --since <day>     only from that day on, as in 2026-11-01
  --alpha <share>   highest probability of a false alarm; 0.05 where left out
  --guard <share>   highest share of dismissals; a nudge that is surely beyond it is to be paused
  --json            print one JSON object

Exits with 1 where a nudge harms or is to be paused.`,
  options: {
    relay: { type: 'string' },
    site: { type: 'string' },
    since: { type: 'string', default: '0000-00-00' },
    alpha: { type: 'string', default: '0.05' },
    guard: { type: 'string', default: defaultGuard },
    json: { type: 'boolean', default: false },
  },
  async run({ positionals, values }) {
    const [verb, file] = positionals;
    const isExport = verb === 'export' && file === undefined && values.relay !== undefined;
    const isReport = verb === 'report' && (file === undefined) === (values.relay !== undefined);
    if ((!isExport && !isReport) || positionals.length > 2)
      throw new UsageError('write: nudges report <counts.jsonl>, or --relay <relay.yaml>');
    const lines =
      file === undefined
        ? await readRecords(String(values.relay), values.site, (storage, site) =>
            storage.outcomes.listNudges(site, String(values.since), '9999-12-31'),
          )
        : await readCounts(file);
    if (isExport) {
      for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
      return 0;
    }
    const alpha = shareOf(values.alpha, 'alpha');
    const guard = shareOf(values.guard, 'guard');
    const counts = summed(lines);
    const reports = [...counts].map(([nudge, arms]) => reportOn(nudge, Object.fromEntries(arms), guard, alpha));
    process.stdout.write(values.json === true ? `${JSON.stringify({ alpha, guard, nudges: reports })}\n` : `${spoken(reports, alpha)}\n`);
    const isHarmful = reports.some(({ advice, arms }) => advice === 'pause' || arms.some(({ lift }) => lift?.verdict === 'harms'));
    return isHarmful ? 1 : 0;
  },
};

function shareOf(value: string | boolean | undefined, name: string): number {
  const share = Number(value);
  if (!(share > 0 && share < 1)) throw new UsageError(`--${name} takes a share between 0 and 1`);
  return share;
}

async function readCounts(file: string): Promise<Line[]> {
  const text = await (file === '-' ? readAll(process.stdin) : readFile(file, 'utf8')).catch((thrown: unknown) => {
    throw new UsageError(`"${file}" cannot be read: ${whyUnreadable(thrown)}`);
  });
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [countsIn(line, `${file}:${index + 1}`)]));
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'you have no right to read it',
  EPERM: 'you have no right to read it',
};

function whyUnreadable(thrown: unknown): string {
  const { code = '', message } = thrown as NodeJS.ErrnoException;
  return unreadable[code] ?? message;
}

/** @throws FailedError that says where the line stands, what is wrong with it and how to write it */
function countsIn(line: string, place: string): Line {
  const parsed = v.safeParse(lineSchema, jsonIn(line));
  const wrong = parsed.success ? tooMany(parsed.output) : inWords(parsed.issues[0]);
  if (parsed.success && wrong === undefined) return parsed.output;
  throw new FailedError(
    `${place}: ${wrong}\n    Write it as in: {"nudge":"pay","arm":"a","exposed":100,"succeeded":20,"dismissed":5}; "dismissed" may be left out.`,
  );
}

/** Undefined where it is none. */
function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function inWords(issue: v.BaseIssue<unknown>): string {
  const key = v.getDotPath(issue);
  if (key === null) return issue.message;
  return issue.received === 'undefined' ? `"${key}" is missing` : `"${key}" ${issue.message}`;
}

function tooMany({ exposed, succeeded, dismissed }: Line): string | undefined {
  const what = dismissed > exposed ? 'dismissals' : succeeded > exposed ? 'successes' : undefined;
  return what && `more ${what} than showings`;
}

function summed(lines: readonly Line[]): Map<string, Map<string, ArmCounts>> {
  const counts = new Map<string, Map<string, ArmCounts>>();
  for (const { nudge, arm, exposed, succeeded, dismissed } of lines) {
    const arms = counts.get(nudge) ?? new Map<string, ArmCounts>();
    const before = arms.get(arm) ?? noCounts;
    arms.set(arm, {
      exposed: before.exposed + exposed,
      succeeded: before.succeeded + succeeded,
      dismissed: before.dismissed + dismissed,
    });
    counts.set(nudge, arms);
  }
  return counts;
}

const advice = {
  'go-on': 'go on: nothing is sure yet',
  stop: 'stop: the effect is sure',
  pause: 'pause it: it is dismissed too often',
} as const;

function spoken(reports: readonly NudgeReport[], alpha: number): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const points = (share: number) => `${share >= 0 ? '+' : ''}${(100 * share).toFixed(1)}`;
  const lines = reports.flatMap(({ nudge, arms, advice: what, dismissals }) => [
    nudge,
    ...arms.map(({ arm, exposed, succeeded, lift }) => {
      const rate = `  ${arm.padEnd(12)} ${String(succeeded).padStart(7)} of ${String(exposed).padStart(7)}  ${percent(exposed === 0 ? 0 : succeeded / exposed).padStart(7)}`;
      return lift === undefined
        ? `${rate}  ${arm === holdOut ? 'did not see it' : 'compared with'}`
        : `${rate}  ${points(lift.lift)} points (${points(lift.from)} to ${points(lift.to)}, at ${percent(1 - alpha)})`;
    }),
    `  dismissed    ${percent(dismissals.share)} (${percent(dismissals.from)} to ${percent(dismissals.to)})`,
    `  ${advice[what]}`,
    '',
  ]);
  return reports.length === 0 ? 'no counts' : lines.join('\n').trimEnd();
}
