import { type Locale, languageOf } from '../language/locale.ts';
import type { GenerationModel } from '../protocol/generation-worker.ts';

/** What the site allows, by the element's attribute. */
export const llmModes = ['off', 'auto', 'ask', 'builtin', 'webgpu', 'relay'] as const;
export type LlmMode = (typeof llmModes)[number];

/** What the device has. */
export interface Device {
  readonly builtin: 'unavailable' | 'downloadable' | 'downloading' | 'available';
  /** Whether there is a graphics device for models, and whether it computes in 16 bits. */
  readonly gpu: boolean;
  readonly f16: boolean;
  /** Gigabytes, as the browser rounds them; left out where it does not say. */
  readonly memory?: number;
  /** Bytes that may still be stored; left out where the browser does not say. */
  readonly room?: number;
  readonly savesData: boolean;
  readonly hasRelay: boolean;
}

export interface KeptModel {
  readonly model: GenerationModel;
  /** Bytes of it that are on the device. */
  readonly kept: number;
}

export type Rung = { readonly kind: 'builtin' } | { readonly kind: 'own'; readonly model: GenerationModel } | { readonly kind: 'relay' };

/** What could be fetched, if the visitor likes. */
export type Offer =
  | { readonly kind: 'builtin' }
  | {
      readonly kind: 'own';
      readonly model: GenerationModel;
      readonly bytes: number;
      readonly kept: number;
      /** The connection asks for little data. */
      readonly isCostly: boolean;
    };

export interface Ladder {
  /** What can write now, best first; after the last one the found unit stands alone. */
  readonly rungs: readonly Rung[];
  readonly offer?: Offer;
}

/** Bytes of what runs a model, which comes with its first use: rounded up, and less where the server compresses it. */
export const runtimeBytes: Readonly<Record<GenerationModel['maker'], number>> = { webllm: 6_200_000, transformers: 14_800_000 };

/** Models run beside the page: of the device's memory they get this share. */
const memoryShare = 0.5;

/**
 * Which tiers a turn climbs. `auto` takes what is there already and never fetches; `ask` offers what could be fetched;
 * `builtin`, `webgpu` and `relay` keep to one kind.
 */
export function ladderOf(mode: LlmMode, device: Device, models: readonly KeptModel[], locale: Locale): Ladder {
  if (mode === 'off') return { rungs: [] };
  if (mode === 'relay') return { rungs: device.hasRelay ? [{ kind: 'relay' }] : [] };
  const own = mode === 'builtin' ? [] : models.filter(({ model }) => fits(model, device, mode, locale));
  const ready = own.filter(({ model, kept }) => kept >= bytesOf(model));
  const rungs: Rung[] = [
    ...(mode !== 'webgpu' && device.builtin === 'available' ? [{ kind: 'builtin' } as const] : []),
    ...ready.map(({ model }) => ({ kind: 'own', model }) as const),
  ];
  if (rungs.length > 0 || mode === 'auto') return { rungs };
  const offer = offerOf(mode, device, own);
  return { rungs, ...(offer && { offer }) };
}

function offerOf(mode: LlmMode, device: Device, own: readonly KeptModel[]): Offer | undefined {
  if (mode !== 'webgpu' && (device.builtin === 'downloadable' || device.builtin === 'downloading')) return { kind: 'builtin' };
  // The smallest that fits; one that was begun comes first.
  const [best] = [...own].sort((a, b) => Number(b.kept > 0) - Number(a.kept > 0) || bytesOf(a.model) - bytesOf(b.model));
  if (best === undefined) return undefined;
  const bytes = bytesOf(best.model);
  if (device.room !== undefined && device.room < bytes - best.kept) return undefined;
  return { kind: 'own', model: best.model, bytes, kept: best.kept, isCostly: device.savesData };
}

function fits({ maker, languages, memory, needsF16 }: GenerationModel, device: Device, mode: LlmMode, locale: Locale): boolean {
  if (maker === 'webllm' && !device.gpu) return false;
  if (needsF16 === true && !device.f16) return false;
  if (mode === 'webgpu' && maker !== 'webllm') return false;
  if (languages !== undefined && !languages.includes(languageOf(locale))) return false;
  return memory === undefined || device.memory === undefined || memory <= memoryShare * device.memory * 1e9;
}

export function bytesOf({ files }: GenerationModel): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
