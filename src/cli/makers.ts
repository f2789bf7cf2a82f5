import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { OpenaiGenerator } from '../../models/generation/openai-generator.ts';
import { TransformersGenerator } from '../../models/generation/transformers-generator.ts';
import { sentencesOf } from '../generate/check/sentences.ts';
import { type Generator, timed } from '../generate/generator.ts';
import type { MakerOf } from './eval-answers.ts';
import { listingFile, readFiles } from './hub/model-folder.ts';
import { openHubRuntime } from './hub/open-hub-runtime.ts';
import { FailedError, UsageError } from './usage-error.ts';

const listingSchema = v.object({
  id: v.string(),
  maker: v.picklist(['webllm', 'transformers']),
  dtype: v.optional(v.picklist(['q8', 'int8', 'uint8', 'fp32', 'fp16', 'q4', 'q4f16', 'bnb4']), 'q8'),
  files: v.array(v.object({ file: v.string(), bytes: v.number(), sha256: v.string() })),
});
const recordedSchema = v.object({ question: v.string(), text: v.string() });

/** What `--maker` names: `units`, `folder:<dir>`, `server:<address>#<model>` or `replies:<file.jsonl>`. */
export async function openMaker(name: string): Promise<MakerOf> {
  if (name === 'units') return ({ units }) => saying('units', quoted(units[0]?.text ?? ''));
  const [, kind, rest = ''] = /^(folder|server|replies):(.+)$/.exec(name) ?? [];
  if (kind === 'folder') return openFolder(rest);
  if (kind === 'replies') return openReplies(rest);
  if (kind === 'server') return openServer(rest);
  throw new UsageError(`there is no maker "${name}"; write units, folder:<dir>, server:<address>#<model> or replies:<file.jsonl>`);
}

/** The text with the mark of the first unit behind each sentence. */
function quoted(text: string): string {
  return sentencesOf(text.replaceAll('\n', ' '))
    .map((sentence) => `${sentence} [1]`)
    .join(' ');
}

function saying(id: string, text: string): Generator {
  return {
    id,
    tier: 'device',
    async generate({ onText }) {
      const timer = timed(onText);
      timer.piece(text);
      return timer.finish();
    },
  };
}

function openServer(rest: string): MakerOf {
  const [url = '', model = ''] = rest.split('#');
  if (!URL.canParse(url) || model === '') throw new UsageError('write server:<address>#<model>, the address up to /chat/completions');
  const key = process.env.EDGE_AGENT_MODEL_KEY;
  const generator = new OpenaiGenerator({ url, model, ...(key !== undefined && { key }) });
  return () => generator;
}

async function openReplies(file: string): Promise<MakerOf> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`"${file}" cannot be read`);
  });
  const replies = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), recordedSchema), line);
    if (!parsed.success) throw new FailedError(`${file}: line ${index + 1} is no {"question": "…", "text": "…"}`);
    replies.set(parsed.output.question, parsed.output.text);
  }
  return ({ question }) => saying(`replies:${file}`, replies.get(question) ?? 'NONE');
}

async function openFolder(directory: string): Promise<MakerOf> {
  const path = join(directory, listingFile);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`"${path}" cannot be read; edge-agent models pull writes it`);
  });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), listingSchema), text);
  if (!parsed.success) throw new FailedError(`${path} is no list of a model’s files\n    Pull the model again.`);
  const { id, maker, dtype, files: listed } = parsed.output;
  if (maker === 'webllm') throw new UsageError('web-llm needs a browser; take a model for transformers.js, or a server');
  const files = await readFiles(
    directory,
    listed.map(({ file }) => file),
  );
  for (const { file, sha256 } of listed) {
    if (
      createHash('sha256')
        .update(files.get(file) as Uint8Array)
        .digest('hex') !== sha256
    )
      throw new FailedError(`${join(directory, file)} does not match its hash\n    Pull the model again.`);
  }
  const { runtime, wasm } = await openHubRuntime();
  const generator = new TransformersGenerator(id, await runtime.openTextModel({ wasm, files, dtype }));
  return () => generator;
}
