import * as v from 'valibot';
import { RelayError } from './relay-error.ts';

/** What a request may weigh, before anything of it is parsed. */
export interface BodyLimits {
  /** In bytes. */
  readonly most: number;
  /** For the whole body to arrive, in milliseconds. */
  readonly within: number;
}

/** Brackets inside one another; checked before parsing, since the schemas descend as deep as the data. */
const deepest = 24;

/** Reads the text of a JSON body. Throws `wrong-type`, `too-large`, `too-slow`, or `bad-request` where it breaks off. */
export async function readBody(request: Request, limits: BodyLimits): Promise<string> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type)) throw new RelayError('wrong-type', 'the body is not said to be JSON');
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limits.most) throw tooLarge(limits.most);
  return readText(request, limits);
}

/** A body's text, parsed and checked. Throws `bad-request`, which names the field. */
export function parsedBody<T>(schema: v.GenericSchema<unknown, T>, text: string): T {
  return checked(schema, parse(text));
}

/** Checks data against a schema; throws `bad-request` that names the first field at fault. */
export function checked<T>(schema: v.GenericSchema<unknown, T>, data: unknown): T {
  const parsed = v.safeParse(schema, data, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  // Valibot quotes what it received, which may be long or secret: the expectation alone is told.
  const { expected } = issue;
  if (issue.type === 'strict_object' && expected === 'never') throw unknownField(field ?? '', schema);
  const wanted = issue.type === 'check' || expected === null ? issue.message : `expected ${expected}`;
  throw new RelayError('bad-request', `${field === null ? 'the request' : `"${field.slice(0, 100)}"`} is wrong: ${wanted.slice(0, 300)}`);
}

/** Where a field is at the top, what could stand there is told, too. */
function unknownField(field: string, schema: v.GenericSchema): RelayError {
  const known = 'entries' in schema && !field.includes('.') ? Object.keys(schema.entries as object) : [];
  const instead = known.length === 0 ? '' : `; it takes ${known.join(', ')}`;
  return new RelayError('bad-request', `"${field.slice(0, 100)}" is not known here${instead}`);
}

async function readText(request: Request, { most, within }: BodyLimits): Promise<string> {
  if (request.body === null) return '';
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RelayError('too-slow', `the body did not arrive within ${within / 1000} s`)), within);
  });
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), tooSlow]);
      if (done) break;
      size += value.byteLength;
      if (size > most) throw tooLarge(most);
      chunks.push(value);
    }
  } catch (thrown) {
    reader.cancel().catch(() => {});
    throw thrown instanceof RelayError ? thrown : new RelayError('bad-request', 'the body broke off');
  } finally {
    clearTimeout(timer);
  }
  return decode(chunks, size);
}

function tooLarge(most: number): RelayError {
  return new RelayError('too-large', `the body is larger than ${most} bytes`);
}

function decode(chunks: readonly Uint8Array[], size: number): string {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RelayError('bad-request', 'the body is not UTF-8');
  }
}

function parse(text: string): unknown {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (isInText) {
      if (sign === '\\') index += 1;
      else if (sign === '"') isInText = false;
    } else if (sign === '"') isInText = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > deepest) throw new RelayError('bad-request', `the body nests deeper than ${deepest} levels`);
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new RelayError('bad-request', 'the body is not JSON');
  }
}
