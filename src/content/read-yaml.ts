import * as v from 'valibot';
import { IssueList } from './issue.ts';
import { mostIssues, readYamlDocument } from './yaml-document.ts';

export interface YamlData<Data> {
  readonly data: Data;
  /** The line, from 1, of the node at a path, or of its nearest parent that exists. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads YAML against a schema as far as it fits: what is wrong adds its issue, and is left out where the schema can do without
 * it, so that one slip hides no other. Undefined where it cannot. Never throws.
 */
export function readYamlAsFar<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
  file: string,
  issues: IssueList,
): YamlData<v.InferOutput<Schema>> | undefined {
  const whole = readYaml(text, schema, file, issues);
  const document = whole === undefined ? readYamlDocument(text, file, new IssueList(), 1) : undefined;
  if (document === undefined) return whole;
  const { value, lineOf } = document;
  for (let checked = v.safeParse(schema, value); ; ) {
    if (checked.success) return { data: checked.output, lineOf };
    const paths = checked.issues.map(({ path }) => path?.map(({ key }) => key as PropertyKey) ?? []);
    if (!paths.map((path) => leaveOut(value, path)).includes(true)) return undefined;
    checked = v.safeParse(schema, value);
  }
}

/** Takes an entry out; false where there is none, or where others would change places with it. */
function leaveOut(value: unknown, path: readonly PropertyKey[]): boolean {
  const key = path.at(-1);
  let parent = value;
  for (const each of path.slice(0, -1)) parent = (parent as Record<PropertyKey, unknown> | undefined)?.[each];
  if (key === undefined || typeof parent !== 'object' || parent === null || Array.isArray(parent)) return false;
  return key in parent && delete (parent as Record<PropertyKey, unknown>)[key];
}

/**
 * Reads YAML against a schema. Adds an issue with file and line for each thing that is wrong and then returns undefined.
 * Never throws.
 * @param firstLine line of the file on which the text starts, from 1
 */
export function readYaml<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
  file: string,
  issues: IssueList,
  firstLine = 1,
): YamlData<v.InferOutput<Schema>> | undefined {
  const document = readYamlDocument(text, file, issues, firstLine);
  if (document === undefined) return undefined;
  const { value, lineOf } = document;
  // A list is an object to the schema's eyes, which would miss keys in it.
  if (Array.isArray(value) && schema.type === 'strict_object') {
    issues.add({ file, line: lineOf([]) }, `the file must be ${wanted.strict_object?.what}`, wanted.strict_object?.mend ?? '');
    return undefined;
  }
  const checked = v.safeParse(schema, value);
  if (checked.success) return { data: checked.output, lineOf };
  for (const issue of checked.issues.slice(0, mostIssues)) {
    const path = issue.path?.map((item) => item.key as PropertyKey) ?? [];
    const name = path.length === 0 ? 'the file' : `"${path.map(String).join('.')}"`;
    issues.add({ file, line: lineOf(path) }, describe(name, issue), mend(issue));
  }
  return undefined;
}

function describe(name: string, issue: v.BaseIssue<unknown>): string {
  const { type, expected, received, message } = issue;
  if (type === 'strict_object' && expected === 'never') return `${name} is not a known key`;
  if (received === 'undefined') return `${name} is missing`;
  if (received === 'null') return `${name} is empty`;
  if (/^must/.test(message)) return `${name} ${message}`;
  return type in wanted ? `${name} must be ${wanted[type]?.what}` : `${name} is wrong: ${message}`;
}

function mend(issue: v.BaseIssue<unknown>): string {
  const { type, expected, received } = issue;
  if (type === 'strict_object' && expected === 'never') return 'Remove it, or correct its spelling.';
  if (received === 'undefined') return 'Add it.';
  if (received === 'null')
    return issue.path === undefined ? 'Write "key: value" lines.' : 'Write a value after the colon, or remove the key.';
  if (type === 'string' && /^(?:-?\d|true$|false$|Infinity$|NaN$)/.test(received)) return `Put it in quotes: "${received}".`;
  if (type === 'picklist')
    return `Write one of ${(expected ?? '')
      .replace(/[("|)]/g, ' ')
      .trim()
      .replace(/\s+/g, ', ')}.`;
  const needed = /^must be (.+)/.exec(issue.message)?.[1];
  if (needed !== undefined && type !== 'iso_date') return `Write ${needed}.`;
  return wanted[type]?.mend ?? 'Correct the value.';
}

/** What each kind of value has to be, in an author's words. */
const wanted: Record<string, { readonly what: string; readonly mend: string }> = {
  string: { what: 'a text', mend: 'Write a text on one line, or in "quotes".' },
  number: { what: 'a number', mend: 'Write a number without quotes.' },
  array: { what: 'a list', mend: 'Write a list such as [one, two], or one line for each with "- " before it.' },
  union: { what: 'a text or a list of texts', mend: 'Write one text, or a list such as [one, two].' },
  record: { what: 'keys with values', mend: 'Write "key: value" lines under it.' },
  strict_object: { what: 'keys with values', mend: 'Write "key: value" lines under it.' },
  picklist: { what: 'one of the known words', mend: '' },
  iso_date: { what: 'a date', mend: 'Write year, month and day, as in 2026-11-30.' },
  non_empty: { what: 'a text', mend: 'Write something, or remove the key.' },
};
