import type { Cues } from './cues.ts';
import { measureTone, toneFeatures } from './tone-features.ts';
import { levelOf, type ToneLevel } from './tone-level.ts';
import { toneBias, toneWeights } from './tone-weights.ts';

export interface Tone {
  /** How likely it is that the visitor is upset, 0 to 1. */
  readonly upset: number;
  readonly level: ToneLevel;
}

/**
 * How upset the writer of a message is: angry, desperate, let down, or drily at the end of patience. A fault that is
 * reported, a question about refunds, thanks with exclamation marks are calm. A logistic regression over what
 * `measureTone` finds; its weights are fitted by `models/training/tone`.
 * @param cues of the language that the message is in
 * @param history the visitor's earlier messages in this conversation, oldest first
 */
export function readTone(text: string, cues: Cues, history: readonly string[] = []): Tone {
  const values = measureTone(text, cues, history);
  const sum = toneFeatures.reduce((total, feature) => total + toneWeights[feature] * values[feature], toneBias);
  const upset = 1 / (1 + Math.exp(-sum));
  return { upset, level: levelOf(upset) };
}
