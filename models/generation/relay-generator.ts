import { type Generated, type Generator, timed } from '../../src/generate/generator.ts';
import type { ReplyBrief } from '../../src/generate/reply-brief.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import type { AnswerEvent, AnswerRequest } from '../../src/protocol/relay.ts';
import { eventData } from './event-stream.ts';
import { modelError } from './model-errors.ts';

export interface RelayAccess {
  /** Of the relay, without `/v1`. */
  readonly url: string;
  /** The session that requests carry; asked for anew with each of them, since sessions last for minutes. */
  readonly session: () => Promise<string>;
  /** Takes out of the question what must not leave the device; where it rejects, nothing leaves. */
  readonly redact: (text: string) => Promise<string>;
}

/** What the relay needs of a brief: it writes its own prompt. */
export type RelayBrief = Pick<ReplyBrief, 'question' | 'locale'> & { readonly units: AnswerRequest['units'] };

/**
 * The larger model behind the site's relay, for one brief. What it wrote comes back with the numbers of the units that it
 * cites, as if a model here had written it, and is checked like that too.
 */
export function relayGenerator({ url, session, redact }: RelayAccess, { question, locale, units }: RelayBrief): Generator {
  return {
    id: 'relay',
    tier: 'relay',
    generate: async ({ signal, onText }): Promise<Generated> => {
      const timer = timed(onText);
      try {
        const asked = await redact(question);
        const body: AnswerRequest = {
          question: asked,
          locale,
          units: units.map(({ id, title, text }) => ({ id, title, text })),
          before: [],
        };
        const response = await fetch(`${url.replace(/\/+$/, '')}/v1/answers`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', Authorization: `Bearer ${await session()}` },
          body: JSON.stringify(body),
          credentials: 'omit',
          ...(signal && { signal }),
        });
        if (!response.ok) throw new EdgeAgentError('model-unavailable', `the relay answers with status ${response.status}`);
        for await (const data of eventData(response)) {
          const event = JSON.parse(data) as AnswerEvent;
          if (event.kind === 'text') timer.piece(event.text);
          if (event.kind === 'none') timer.piece('NONE');
          if (event.kind === 'failed') throw new EdgeAgentError('model-failed', event.message);
        }
      } catch (thrown) {
        throw thrown instanceof TypeError
          ? new EdgeAgentError('relay-unreachable', 'the relay cannot be reached', { cause: thrown })
          : modelError(thrown, signal);
      }
      return timer.finish();
    },
  };
}
