import type { Locale } from '../language/locale.ts';
import type { Handoff } from '../protocol/relay.ts';

/** Replaces what must not leave the device by placeholders that keep the sense. */
export type Redact = (text: string, locale: Locale) => string;

/**
 * The handoff with all of its words redacted, and its page without what stands behind the path: query strings carry
 * sessions and searches. What a journey asked for stays as it is, in fields of its own.
 */
export function redactHandoff(handoff: Handoff, redact: Redact): Handoff {
  const plain = (text: string) => redact(text, handoff.locale);
  const { openQuestion, guide } = handoff;
  return {
    ...handoff,
    summary: { visitor: plain(handoff.summary.visitor), desk: plain(handoff.summary.desk) },
    problem: plain(handoff.problem),
    facts: handoff.facts.map(({ name, value }) => ({ name: plain(name), value: plain(value) })),
    tried: handoff.tried.map(({ step, outcome }) => ({ step: plain(step), ...(outcome && { outcome }) })),
    ...(openQuestion && { openQuestion: plain(openQuestion) }),
    transcript: handoff.transcript.map((line) => ({ ...line, text: plain(line.text) })),
    ...(guide && {
      guide: { ...guide, steps: guide.steps.map(({ question, reply }) => ({ question: plain(question), reply: plain(reply) })) },
    }),
    page: { url: handoff.page.url.replace(/[?#].*$/, ''), title: plain(handoff.page.title) },
  };
}
