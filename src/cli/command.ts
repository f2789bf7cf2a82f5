import type { ParseArgsConfig } from 'node:util';

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** One verb of `edge-agent`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** How it is called and what its options mean. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Resolves to the exit code. */
  run(args: Arguments): Promise<number>;
}
