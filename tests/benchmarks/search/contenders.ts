import type { Contender } from './contender.ts';

/**
 * All that are compared, by the name in the tables. Each is loaded where it is used, so that a process holds no other's
 * code; undefined where there is nothing to compare.
 */
export const contenders = {
  'Edge Agent, words': async () => (await import('./edge-agent-contender.ts')).edgeAgentContender(undefined),
  'Edge Agent, built-in encoder': async () => {
    const { encoderNamed } = await import('../../../src/cli/encoders.ts');
    const encoder = await encoderNamed('builtin');
    return encoder === undefined ? undefined : (await import('./edge-agent-contender.ts')).edgeAgentContender(encoder);
  },
  MiniSearch: async () => (await import('./minisearch-contender.ts')).miniSearchContender(false),
  'MiniSearch, segmented': async () => (await import('./minisearch-contender.ts')).miniSearchContender(true),
  Orama: async () => (await import('./orama-contender.ts')).oramaContender,
} satisfies Record<string, () => Promise<Contender | undefined>>;

export type ContenderName = keyof typeof contenders;

/** Who takes part in a language: the segmented MiniSearch only where words are not spaced. */
export async function contendersFor(locale: string): Promise<ContenderName[]> {
  const names = Object.keys(contenders) as ContenderName[];
  const taking: ContenderName[] = [];
  for (const name of names) {
    if (name === 'MiniSearch, segmented' && locale !== 'ja' && locale !== 'zh') continue;
    if (name === 'Edge Agent, built-in encoder' && (await contenders[name]()) === undefined) continue;
    taking.push(name);
  }
  return taking;
}
