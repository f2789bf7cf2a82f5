import { fileURLToPath } from 'node:url';
// @ts-expect-error The analyzer ships no types for this.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Named {
  readonly name?: string;
  readonly description?: string;
}

interface Declaration {
  readonly customElement?: boolean;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly members?: readonly (Named & {
    readonly kind: string;
    readonly privacy?: string;
    readonly parameters?: readonly { name: string; optional?: boolean }[];
  })[];
}

export interface ElementManifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

/** Reads the element's docblock: the custom elements manifest, as `custom-elements.json` has it. */
export async function elementManifest(): Promise<ElementManifest> {
  const argv = ['analyze', '--globs', 'widget/edge-agent.ts', '--litelement', '--quiet'];
  return (await cli({ argv, cwd: root, noWrite: true })) as ElementManifest;
}

/** The reference section of the README, in Markdown, out of the manifest. */
export function referenceOf(manifest: ElementManifest): string {
  const element = manifest.modules.flatMap(({ declarations }) => declarations).find(({ customElement }) => customElement);
  if (element === undefined) throw new Error('the manifest holds no element');
  const methods = (element.members ?? [])
    .filter(({ kind, privacy, description }) => kind === 'method' && privacy === undefined && description !== undefined)
    .map(({ name, parameters, description }) => ({
      name: `${name}(${(parameters ?? []).map((parameter) => parameter.name + (parameter.optional ? '?' : '')).join(', ')})`,
      description: description ?? '',
    }));
  return [
    table('attribute', element.attributes),
    table('method', methods),
    table('event', element.events),
    table('slot', element.slots),
    table('part', element.cssParts),
    table('CSS property', element.cssProperties),
  ].join('\n\n');
}

function table(title: string, rows: readonly Named[] = []): string {
  const lines = rows
    .filter(({ name, description }) => name !== undefined && description !== undefined)
    .map(({ name, description = '' }) => `| \`${name}\` | ${description.replaceAll('|', '\\|')} |`);
  return [`| ${title} | |`, '|---|---|', ...lines].join('\n');
}

const start = '<!-- reference:start -->';
const end = '<!-- reference:end -->';

/** A README with its reference section put in. */
export function withReference(readme: string, reference: string): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the README lacks ${start} … ${end}`);
  return `${readme.slice(0, from + start.length)}\n${reference}\n${readme.slice(to)}`;
}
