import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { IssueList } from './issue.ts';

const longestYaml = 2_000_000;

/**
 * Reads YAML against a schema. Adds an issue with file and line for each thing that is wrong and then returns undefined.
 * @param firstLine line of the file on which the text starts, from 1
 */
export function readYaml<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
  file: string,
  issues: IssueList,
  firstLine = 1,
): { data: v.InferOutput<Schema>; lineOf: (path: readonly PropertyKey[]) => number } | undefined {
  if (text.length > longestYaml) {
    issues.add({ file, line: firstLine }, `the file holds more than ${longestYaml} characters`, 'Split it into several files.');
    return undefined;
  }
  const counter = new LineCounter();
  // Dates stay text, aliases are few: a "billion laughs" file is refused, not expanded.
  const document = parseDocument(text, { lineCounter: counter, schema: 'core', prettyErrors: false });
  const line = (offset: number) => firstLine - 1 + Math.max(1, counter.linePos(offset).line);
  for (const error of document.errors) {
    issues.add(
      { file, line: line(error.pos[0]) },
      `the YAML does not parse: ${error.message}`,
      'Mend the line; text with : # or quotes in it is best put in "double quotes".',
    );
  }
  if (document.errors.length > 0) return undefined;
  const lineOf = (path: readonly PropertyKey[]) => line(offsetOf(document, path));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (thrown) {
    issues.add(
      { file, line: firstLine },
      thrown instanceof Error ? thrown.message : String(thrown),
      'Write the values out instead of using aliases.',
    );
    return undefined;
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { data: parsed.output, lineOf };
  for (const issue of parsed.issues) {
    const path = issue.path?.map((item) => item.key as PropertyKey) ?? [];
    const name = path.length === 0 ? 'the file' : `"${path.map(String).join('.')}"`;
    issues.add({ file, line: lineOf(path) }, describe(name, issue), mend(issue));
  }
  return undefined;
}

function describe(name: string, issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${name} is not a known key`;
  if (issue.received === 'undefined') return `${name} is missing`;
  return `${name} ${/^must/.test(issue.message) ? issue.message : `is wrong: ${issue.message}`}`;
}

function mend(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'Remove it, or correct its spelling.';
  if (issue.received === 'undefined') return 'Add it.';
  return issue.expected === null ? 'Correct the value.' : `Write ${issue.expected}.`;
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
