import { type Document, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { IssueList } from './issue.ts';
import type { Place } from './unit.ts';
import { tooDeepAt } from './yaml-limits.ts';

const longestYaml = 1_000_000;
/** Beyond this many a file's further issues only repeat themselves. */
export const mostIssues = 50;

export interface YamlDocument {
  /** Plain data. */
  readonly value: unknown;
  /** The line, from 1, of the node at a path, or of its nearest parent that exists. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads YAML to plain data, or adds issues and returns undefined. Dates stay text. Never throws.
 * @param firstLine line of the file on which the text starts, from 1
 */
export function readYamlDocument(text: string, file: string, issues: IssueList, firstLine: number): YamlDocument | undefined {
  if (text.length > longestYaml) {
    issues.add({ file, line: firstLine }, `the YAML holds more than ${longestYaml} characters`, 'Split it into several files.');
    return undefined;
  }
  const parsed = parse(text, file, issues, firstLine);
  if (parsed === undefined) return undefined;
  const { document, lineAt } = parsed;
  const plain = plainData(document, (offset) => ({ file, line: lineAt(offset) }), issues);
  return plain === undefined ? undefined : { value: plain.value, lineOf: (path) => lineAt(offsetOf(document, path)) };
}

/** The syntax tree, or undefined with issues. */
function parse(
  text: string,
  file: string,
  issues: IssueList,
  firstLine: number,
): { document: Document; lineAt: (offset: number) => number } | undefined {
  const counter = new LineCounter();
  const lineAt = (offset: number) => firstLine - 1 + Math.max(1, counter.linePos(Math.max(0, offset)).line);
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const line = firstLine - 1 + text.slice(0, deep).split('\n').length;
    issues.add({ file, line }, 'the YAML nests too deep', 'Write it flatter; text with brackets in it is best put in "double quotes".');
    return undefined;
  }
  // The core schema leaves dates as text. The library compares every key with every other; `repeatedKeys` does not.
  const options = { lineCounter: counter, schema: 'core', prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const;
  const document = parseDocument(text, options);
  for (const error of document.errors.slice(0, mostIssues)) {
    issues.add(
      { file, line: lineAt(error.pos[0]) },
      `the YAML does not parse: ${error.message}`,
      'Mend the line; text with : # or quotes in it is best put in "double quotes".',
    );
  }
  const repeated = document.errors.length > 0 ? [] : repeatedKeys(document);
  for (const { key, offset } of repeated) {
    issues.add({ file, line: lineAt(offset) }, `"${key}" stands here a second time`, 'Keep one of the two.');
  }
  return document.errors.length + repeated.length > 0 ? undefined : { document, lineAt };
}

function repeatedKeys(document: Document): { key: string; offset: number }[] {
  const repeated: { key: string; offset: number }[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name !== undefined && seen.has(name)) repeated.push({ key: name, offset: (isNode(key) && key.range?.[0]) || 0 });
        else if (name !== undefined) seen.add(name);
      }
    },
  });
  return repeated.slice(0, mostIssues);
}

/** The plain value. Aliases are few: a "billion laughs" file is refused, not expanded. */
function plainData(document: Document, placeAt: (offset: number) => Place, issues: IssueList): { value: unknown } | undefined {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const place = placeAt(aliasOffset(document, message));
    issues.add(place, `the YAML cannot be read: ${message}`, 'Write the values out instead of using aliases (*name).');
    return undefined;
  }
}

/** Where the alias that a message names stands, else the first one. */
function aliasOffset(document: Document, message: string): number {
  const offsets: number[] = [];
  visit(document, {
    Alias: (_, alias) => {
      const offset = alias.range?.[0] ?? 0;
      if (message.endsWith(`: ${alias.source}`)) offsets.unshift(offset);
      else offsets.push(offset);
    },
  });
  return offsets[0] ?? 0;
}

/** Where the node at a path starts, or its nearest parent that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (typeof parent === 'object' && parent !== null && 'items' in parent) {
      for (const item of parent.items as { key?: unknown; range?: [number, number, number] }[]) {
        if (isNode(item.key) && 'value' in item.key && String(item.key.value) === String(key)) return item.key.range?.[0] ?? 0;
      }
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
