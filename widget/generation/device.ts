import { builtinAvailability } from '../../models/generation/builtin-generator.ts';
import type { Device } from '../../src/generate/ladder.ts';
import { type Locale, languageOf } from '../../src/language/locale.ts';

interface Adapter {
  readonly features: ReadonlySet<string>;
  readonly limits: Readonly<Record<keyof typeof leastLimits, number>>;
}

/** What web-llm asks of a graphics device at least, in bytes; with less it does not start. */
const leastLimits = { maxBufferSize: 1 << 28, maxStorageBufferBindingSize: 1 << 27, maxComputeWorkgroupStorageSize: 32 << 10 };

/** What this device could run, as far as the browser tells; asks for nothing that downloads. */
export async function deviceHere(locale: Locale, hasRelay: boolean): Promise<Device> {
  const here = navigator as Navigator & {
    readonly gpu?: { requestAdapter(): Promise<Adapter | null> };
    readonly deviceMemory?: number;
    readonly connection?: { readonly saveData?: boolean };
  };
  const adapter = (await here.gpu?.requestAdapter().catch(() => null)) ?? null;
  const estimate = await navigator.storage?.estimate().catch(() => undefined);
  const room = estimate?.quota === undefined ? undefined : estimate.quota - (estimate.usage ?? 0);
  return {
    builtin: await builtinAvailability(languageOf(locale)),
    gpu: adapter !== null && isLarge(adapter),
    f16: adapter?.features.has('shader-f16') ?? false,
    savesData: here.connection?.saveData === true,
    hasRelay,
    ...(here.deviceMemory !== undefined && { memory: here.deviceMemory }),
    ...(room !== undefined && { room }),
  };
}

function isLarge({ limits }: Adapter): boolean {
  return (Object.keys(leastLimits) as (keyof typeof leastLimits)[]).every((name) => limits[name] >= leastLimits[name]);
}
