import type { NudgeSet } from '../nudge/nudge.ts';
import { EdgeAgentError } from '../protocol/errors.ts';
import { openShard, startShard } from './bytes.ts';

/** All nudges of one locale as UTF-8 JSON: they are few, and which of them is due can only be told with all at hand. */
export function writeNudges(set: NudgeSet): Uint8Array<ArrayBuffer> {
  const writer = startShard('nudges');
  writer.block(new TextEncoder().encode(JSON.stringify(set)));
  return writer.finish();
}

/** Throws `pack-invalid` where the shard is damaged. */
export function readNudges(bytes: Uint8Array): NudgeSet {
  const block = openShard(bytes, 'nudges').block();
  let set: Partial<NudgeSet> | null = null;
  try {
    set = JSON.parse(new TextDecoder().decode(block));
  } catch {
    // Told below, as all else that holds no nudges.
  }
  if (typeof set?.limits !== 'object' || !Array.isArray(set.nudges) || !Array.isArray(set.suggestions) || !Array.isArray(set.offerRules))
    throw new EdgeAgentError('pack-invalid', 'the nudges are damaged');
  return set as NudgeSet;
}
