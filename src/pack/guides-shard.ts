import type { Guide } from '../guide/guide.ts';
import { EdgeAgentError } from '../protocol/errors.ts';
import { openShard, startShard } from './bytes.ts';

/** Each guide as UTF-8 JSON of its own after its id, in ascending order of id, so that only those that are walked are ever parsed. */
export function writeGuides(guides: readonly Guide[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const writer = startShard('guides');
  writer.varint(guides.length);
  for (const guide of guides) {
    writer.text(guide.id);
    writer.block(encoder.encode(JSON.stringify(guide)));
  }
  return writer.finish();
}

export interface GuideTable {
  readonly ids: readonly string[];
  /** The guide with this id, or undefined. Throws `pack-invalid` where it is damaged. */
  get(id: string): Guide | undefined;
}

export function readGuides(bytes: Uint8Array): GuideTable {
  const reader = openShard(bytes, 'guides');
  const records = new Map<string, Uint8Array>();
  for (let left = reader.count(); left > 0; left -= 1) records.set(reader.text(), reader.block());
  const parsed = new Map<string, Guide>();
  return {
    ids: [...records.keys()],
    get(id) {
      const record = records.get(id);
      if (record === undefined) return undefined;
      const guide = parsed.get(id) ?? parseGuide(record, id);
      parsed.set(id, guide);
      return guide;
    },
  };
}

function parseGuide(record: Uint8Array, id: string): Guide {
  let guide: Partial<Guide> | null = null;
  try {
    guide = JSON.parse(new TextDecoder().decode(record));
  } catch {
    // Told below, as all else that is no guide.
  }
  if (guide?.id !== id || !Array.isArray(guide.nodes) || !Array.isArray(guide.fixes))
    throw new EdgeAgentError('pack-invalid', `guide "${id}" is damaged`);
  return guide as Guide;
}
