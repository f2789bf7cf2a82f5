import { readFile } from 'node:fs/promises';
import { BuiltinEncoder } from '../../models/encoder/builtin-encoder.ts';
import type { Manifest } from '../pack/manifest.ts';
import type { Encoder } from '../retrieve/encoder.ts';
import { encoderFiles } from './package-files.ts';
import { UsageError } from './usage-error.ts';

function builtin(): Encoder {
  return new BuiltinEncoder(async ({ file }) => new Uint8Array(await readFile(`${encoderFiles()}/${file}`)));
}

/** The encoder that `--encoder` names; `none` is undefined. */
export async function encoderNamed(name: string): Promise<Encoder | undefined> {
  if (name === 'none') return undefined;
  if (name === 'builtin') return builtin();
  throw new UsageError(`there is no encoder "${name}"`);
}

/** The encoder that a pack was made with; a warning and undefined (words alone) where this release has another. */
export async function encoderOf({ encoder }: Manifest): Promise<Encoder | undefined> {
  if (encoder === null) return undefined;
  const own = builtin();
  if (own.sha256 === encoder.sha256) return own;
  process.stderr.write(
    `The pack was made with the encoder ${encoder.id}, this release has ${own.id}: answers rest on words alone. Rebuild the pack.\n`,
  );
  return undefined;
}
