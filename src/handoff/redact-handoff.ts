import type { Json } from '../journey/actions.ts';
import type { Handoff } from '../protocol/relay.ts';

/** Replaces what must not leave the device by placeholders that keep the sense. */
export type Redact = (text: string) => string;

/**
 * The handoff with all of its words redacted, and its page without what stands behind the path: query strings carry
 * sessions and searches. An e-mail address or
 * number that a journey asked for stays, in a field of its own.
 */
export function redactHandoff(handoff: Handoff, redact: Redact): Handoff {
  const { openQuestion, told, proposal, guide, journey } = handoff;
  return {
    ...handoff,
    summary: { visitor: redact(handoff.summary.visitor), desk: redact(handoff.summary.desk) },
    problem: redact(handoff.problem),
    facts: handoff.facts.map(({ name, value }) => ({ name: redact(name), value: redact(value) })),
    tried: handoff.tried.map(({ step, outcome }) => ({ step: redact(step), ...(outcome && { outcome }) })),
    ...(openQuestion && { openQuestion: redact(openQuestion) }),
    ...(told && { told: redact(told) }),
    ...(proposal && {
      proposal: {
        ...proposal,
        args: inFields(proposal.args, redact) as typeof proposal.args,
        inputs: inFields(proposal.inputs, redact) as typeof proposal.inputs,
      },
    }),
    transcript: handoff.transcript.map((line) => ({ ...line, text: redact(line.text) })),
    ...(guide && {
      guide: { ...guide, steps: guide.steps.map(({ question, reply }) => ({ question: redact(question), reply: redact(reply) })) },
    }),
    ...(journey && { journey: { ...journey, slots: inFields(journey.slots, redact) as typeof journey.slots } }),
    page: { url: handoff.page.url.replace(/[?#].*$/, ''), title: redact(handoff.page.title) },
  };
}

/** A contact or address that is all of a field was asked for; whatever else must not leave stands in free text. */
function inFields(value: Json, redact: Redact): Json {
  if (typeof value === 'string') {
    const redacted = redact(value);
    return /^\[(?:email|phone|address)(?: \d+)?\]$/.test(redacted) ? value : redacted;
  }
  if (Array.isArray(value)) return value.map((each) => inFields(each, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inFields(each, redact)]));
}
