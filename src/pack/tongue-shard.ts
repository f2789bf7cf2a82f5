import type { TongueData } from '../guide/tongues/tongue-data.ts';
import { EdgeAgentError } from '../protocol/errors.ts';
import { openShard, startShard } from './bytes.ts';

/** What guides need of one language, as UTF-8 JSON. */
export function writeTongue(tongue: TongueData): Uint8Array<ArrayBuffer> {
  const writer = startShard('tongue');
  writer.text(JSON.stringify(tongue));
  return writer.finish();
}

/** Throws `pack-invalid` where the shard is damaged. */
export function readTongue(bytes: Uint8Array): TongueData {
  const text = openShard(bytes, 'tongue').text();
  try {
    const tongue = JSON.parse(text) as Partial<TongueData> | null;
    if (typeof tongue?.replies?.yes === 'string' && typeof tongue.phrases?.dontKnow === 'string') return tongue as TongueData;
  } catch {
    // Told below, as all else that is none.
  }
  throw new EdgeAgentError('pack-invalid', 'the words of a language are damaged');
}
