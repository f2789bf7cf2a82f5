import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readAll } from 'node:stream/consumers';
import * as v from 'valibot';
import type { Content } from '../content/unit.ts';
import type { Nudge, NudgeSet } from '../nudge/nudge.ts';
import { replay, type Step } from '../nudge/replay.ts';
import { sha256Hex } from '../pack/hash.ts';
import { nudgesIn } from '../pack/nudges-in.ts';
import { writeNudges } from '../pack/nudges-shard.ts';
import { anyOrigin, Recording } from './recording.ts';

const sessionSchema = v.object({
  locale: v.string(),
  start: v.number(),
  minuteOfDay: v.pipe(v.number(), v.minValue(0), v.maxValue(1439)),
  context: v.optional(v.record(v.string(), v.any()), {}),
  steps: v.pipe(
    v.array(v.looseObject({ at: v.pipe(v.number(), v.minValue(0), v.maxValue(400 * 86_400_000)) })),
    v.maxLength(2000, 'A session has 2,000 steps at most.'),
  ),
});

/**
 * What the nudge lab asks the preview's server for: the nudges of a locale, a session replayed through the functions that
 * run on pages, and, to look at one nudge, a pack with nothing else in it.
 */
export class NudgeLab {
  content: Content | undefined;
  private readonly recording = new Recording();

  /** Answers what is the lab's and returns true. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const [, room, ...parts] = path.split('/').map(decodeURIComponent);
    if (room === 'nudge-lab' && parts[0] === 'nudges') return send(response, 200, this.set(parts[1] ?? '').nudges);
    if (room === 'nudge-lab' && parts[0] === 'replay' && request.method === 'POST') {
      void this.replay(request, response);
      return true;
    }
    if (room === 'nudge-lab' && parts[0] === 'recorded') return this.recording.answer(request, response);
    if (room !== 'nudge-look') return false;
    const [, id, locale = '', file] = parts;
    const nudge = this.set(locale).nudges.find((each) => each.id === id);
    return nudge === undefined ? send(response, 404, { message: 'there is no such nudge' }) : look(nudge, locale, file ?? '', response);
  }

  private set(locale: string): NudgeSet {
    if (this.content === undefined) return { limits: { perVisit: 0, perDay: 0, gap: 0 }, nudges: [], suggestions: [], offerRules: [] };
    return nudgesIn(this.content, locale);
  }

  private async replay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = v.safeParse(v.pipe(v.string(), v.parseJson(), sessionSchema), await readAll(request));
    if (!session.success) {
      const long = session.issues.find(({ type }) => type === 'max_length');
      send(response, 400, { message: long?.message ?? 'This is no session: its steps, its locale or its start cannot be read.' });
      return;
    }
    const { locale, steps, start, minuteOfDay, context } = session.output;
    const ordered = [...steps].sort((a, b) => a.at - b.at) as unknown as Step[];
    try {
      send(response, 200, replay(this.set(locale), ordered, { start, minuteOfDay, context, seed: 'lab' }).frames);
    } catch {
      send(response, 400, { message: 'One of the steps is none that can happen on a page.' });
    }
  }
}

/** A nudge that is due at once and as often as one likes, in the place that it has. */
function look(nudge: Nudge, locale: string, file: string, response: ServerResponse): true {
  const { quiet: _quiet, when: _when, pages: _pages, until: _until, ...plain } = nudge;
  const shown: Nudge = {
    ...plain,
    trigger: { on: 'hot-topics' },
    cap: { times: 50, per: 'visit' },
    coolDown: 0,
    holdOut: 0,
    priority: 100,
  };
  const offerRules = [{ id: 'look', right: 'auto', because: {} }] as const;
  const bytes = writeNudges({ limits: { perVisit: 50, perDay: 50, gap: 0 }, nudges: [shown], suggestions: [], offerRules });
  const sha256 = sha256Hex(bytes);
  if (file === 'manifest.json')
    return send(response, 200, { defaultLocale: locale, locales: { [locale]: { nudges: { file: 'nudges.bin', sha256 } } } });
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' }).end(bytes);
  return true;
}

function send(response: ServerResponse, status: number, body: unknown): true {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...anyOrigin }).end(JSON.stringify(body));
  return true;
}
