import type { Manifest } from '../pack/manifest.ts';
import type { Encoder } from '../retrieve/encoder.ts';
import { UsageError } from './usage-error.ts';

/** The encoder that `--encoder` names; `none` is undefined. */
export async function encoderNamed(name: string): Promise<Encoder | undefined> {
  if (name === 'none' || name === 'builtin') return undefined;
  throw new UsageError(`there is no encoder "${name}"`);
}

/** The encoder that a pack was made with; a warning and undefined (words alone) where this release has another. */
export async function encoderOf(manifest: Manifest): Promise<Encoder | undefined> {
  if (manifest.encoder === null) return undefined;
  process.stderr.write(`The pack was made with the encoder ${manifest.encoder.id}, which is not here; answers rest on words alone.\n`);
  return undefined;
}
