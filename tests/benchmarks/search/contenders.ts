import type { Contender } from './contender.ts';

/** All that are compared, by the name in the tables. Each is loaded where it is used, so that a process holds no other's code. */
export const contenders = {
  'Edge Agent': async () => {
    const { encoderNamed } = await import('../../../src/cli/encoders.ts');
    return (await import('./edge-agent-contender.ts')).wholeTurn(await encoderNamed('builtin'));
  },
  'Edge Agent, bare search': async () => (await import('./edge-agent-contender.ts')).bareSearch,
  MiniSearch: async () => (await import('./minisearch-contender.ts')).miniSearchContender,
  Orama: async () => (await import('./orama-contender.ts')).oramaContender,
} satisfies Record<string, () => Promise<Contender>>;

export type ContenderName = keyof typeof contenders;
export const contenderNames = Object.keys(contenders) as ContenderName[];

/** Whose index a contender opens: the bare search is one part of a turn, over the same pack. */
export function indexOwner(name: ContenderName): ContenderName {
  return name === 'Edge Agent, bare search' ? 'Edge Agent' : name;
}
