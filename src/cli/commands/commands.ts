import type { Command } from '../command.ts';

/** Loaded one at a time: `ask` does not wait for the Markdown parser. */
export const commands: Record<string, () => Promise<Command>> = {
  build: async () => (await import('./build.ts')).build,
  ask: async () => (await import('./ask.ts')).ask,
  eval: async () => (await import('./eval.ts')).evaluate,
  check: async () => (await import('./check.ts')).check,
  import: async () => (await import('./import.ts')).importCommand,
  redact: async () => (await import('./redact.ts')).redact,
  guide: async () => (await import('./guide.ts')).guide,
  dev: async () => (await import('./dev.ts')).dev,
  models: async () => (await import('./models.ts')).models,
  relay: async () => (await import('./relay.ts')).relay,
  drafts: async () => (await import('./drafts.ts')).drafts,
  nudges: async () => (await import('./nudges.ts')).nudges,
  serve: async () => (await import('./serve.ts')).serve,
};
