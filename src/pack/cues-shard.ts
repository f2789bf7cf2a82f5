import { EdgeAgentError } from '../protocol/errors.ts';
import type { CueWords } from '../tone/cues/cue-words.ts';
import { openShard, startShard } from './bytes.ts';

/** What tells of the mood in one language, as UTF-8 JSON. */
export function writeCues(cues: CueWords): Uint8Array<ArrayBuffer> {
  const writer = startShard('cues');
  writer.text(JSON.stringify(cues));
  return writer.finish();
}

/** Throws `pack-invalid` where the shard is damaged. */
export function readCues(bytes: Uint8Array): CueWords {
  const text = openShard(bytes, 'cues').text();
  try {
    const cues = JSON.parse(text) as Partial<CueWords> | null;
    if (cues !== null && Object.values(cues).length > 0 && Object.values(cues).every((each) => typeof each === 'string'))
      return cues as CueWords;
  } catch {
    // Told below, as all else that is none.
  }
  throw new EdgeAgentError('pack-invalid', 'the words that tell of the mood are damaged');
}
