import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { redact as redactText } from '../../privacy/redact.ts';
import type { Command } from '../command.ts';
import { FailedError, UsageError } from '../usage-error.ts';

/** One line of `text.jsonl`; a locale is taken but not needed, all nine languages are read at once. */
const lineSchema = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  locale: v.nullish(v.string()),
});

export const redact: Command = {
  summary: 'take card numbers, addresses, passwords and the like out of texts',
  usage: `edge-agent redact [--addresses] < text.jsonl > redacted.jsonl

  reads {"id","text","locale"?} a line, prints {"id","text","found":[{"type","start","end"}]} a line;
  found: UTF-16 offsets in the text as it was read; type: card, iban, email, phone, national-id, password, key

  --addresses   take out postal addresses too`,
  options: { addresses: { type: 'boolean', default: false } },
  async run({ positionals, values }) {
    if (positionals.length > 0) throw new UsageError('the texts come on standard input');
    let number = 0;
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === '') continue;
      const { id, text } = parseLine(line, number);
      const { text: redacted, found } = redactText(text, { addresses: values.addresses === true });
      const output = `${JSON.stringify({ id, text: redacted, found })}\n`;
      if (!process.stdout.write(output)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
    return 0;
  },
};

function parseLine(line: string, number: number): v.InferOutput<typeof lineSchema> {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    throw new FailedError(`line ${number}: not JSON\n    Write one object a line: {"id":"1","text":"…"}`);
  }
  const parsed = v.safeParse(lineSchema, data);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new FailedError(
    `line ${number}: "${v.getDotPath(issue) ?? 'the line'}" is wrong: ${issue.message}\n    Write {"id":"1","text":"…","locale":"en"}; locale may be left out`,
  );
}
