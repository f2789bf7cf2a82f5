import { answerEventSchema, answerRequestSchema } from '../../protocol/relay.ts';
import { readAnswer } from '../answers/read-answer.ts';
import { SseStream } from '../events/sse-stream.ts';
import { RelayError } from '../http/relay-error.ts';
import { corsHeaders } from '../http/responses.ts';
import { type Route, visitorRoute } from '../http/route.ts';

/** Each answer costs money. */
const rates = { visitor: { burst: 8, perSecond: 1 / 15 }, site: { burst: 60, perSecond: 2 } };
const longest = 60_000;

export const answerRoutes: readonly Route[] = [
  visitorRoute({
    method: 'POST',
    path: '/v1/answers',
    summary: 'Streams a larger model’s answer, out of the units sent and nothing else.',
    body: answerRequestSchema,
    most: 96 * 1024,
    reply: { media: 'text/event-stream', schema: answerEventSchema },
    errors: ['not-offered'],
    async handle({ parts, caller, body, request, address }) {
      const { model, id } = caller.of;
      if (model === undefined) throw new RelayError('not-offered', 'the site has no larger model');
      const { limits } = parts.storage;
      const now = parts.clock();
      const wait = Math.max(
        await limits.take(`answers:${caller.visitor}`, rates.visitor, now),
        await limits.take(`answers-of:${id}`, rates.site, now),
      );
      if (wait > 0) throw new RelayError('slow-down', `too many answers; the next in ${wait} s`, { 'retry-after': String(wait) });
      const gone = new AbortController();
      const stream = new SseStream(parts, { side: 'visitor', until: now + longest, signal: request.signal });
      stream.onEnd(parts.streams.take(caller.visitor, address));
      stream.onEnd(() => gone.abort());
      const units = body.units.map((unit) => unit.id);
      parts.defer('an answer', async () => {
        try {
          for await (const event of readAnswer(model.stream(body, gone.signal), units)) stream.send(event.kind, event);
        } catch (thrown) {
          if (gone.signal.aborted) return;
          parts.log('warning', 'the model failed', { site: id, error: thrown instanceof Error ? thrown.message : String(thrown) });
          stream.send('failed', { kind: 'failed', code: 'model-failed', message: 'the model gave no answer' });
        } finally {
          stream.end();
        }
      });
      return stream.response(corsHeaders(parts, request));
    },
  }),
];
