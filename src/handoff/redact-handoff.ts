import type { Handoff } from '../protocol/relay.ts';

/** Replaces what must not leave the device by placeholders that keep the sense. */
export type Redact = (text: string) => string;

/**
 * The handoff with all of its words redacted, and its page without what stands behind the path: query strings carry
 * sessions and searches. What a journey asked for stays as it is, in fields of its own.
 */
export function redactHandoff(handoff: Handoff, redact: Redact): Handoff {
  const { openQuestion, guide } = handoff;
  return {
    ...handoff,
    summary: { visitor: redact(handoff.summary.visitor), desk: redact(handoff.summary.desk) },
    problem: redact(handoff.problem),
    facts: handoff.facts.map(({ name, value }) => ({ name: redact(name), value: redact(value) })),
    tried: handoff.tried.map(({ step, outcome }) => ({ step: redact(step), ...(outcome && { outcome }) })),
    ...(openQuestion && { openQuestion: redact(openQuestion) }),
    transcript: handoff.transcript.map((line) => ({ ...line, text: redact(line.text) })),
    ...(guide && {
      guide: { ...guide, steps: guide.steps.map(({ question, reply }) => ({ question: redact(question), reply: redact(reply) })) },
    }),
    page: { url: handoff.page.url.replace(/[?#].*$/, ''), title: redact(handoff.page.title) },
  };
}
