import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

type Tree = { readonly [name: string]: unknown };

/** All words of the pages in one language. A name that has no words is a mistake of the templates or of a translation. */
export class Words {
  constructor(
    readonly file: string,
    private readonly tree: Tree,
  ) {}

  /** The words of a name such as `cart.empty`, with what stands in braces filled in. */
  say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    const text = this.find(name);
    if (typeof text !== 'string') throw new Error(`${this.file}: "${name}" is missing`);
    return joined(text).replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = values[key];
      if (value === undefined) throw new Error(`${this.file}: "${name}" asks for {${key}}, which the page does not give`);
      return String(value);
    });
  }

  list(name: string): string[] {
    const texts = this.find(name);
    if (!Array.isArray(texts) || texts.some((text) => typeof text !== 'string')) throw new Error(`${this.file}: "${name}" is not a list`);
    return (texts as string[]).map(joined);
  }

  /** What stands under a name, where it may be left out. */
  data(name: string): unknown {
    return this.find(name);
  }

  /** Names that the other language has words for and this one has not, where the templates could come to ask for them. */
  missing(other: Words): string[] {
    return namesIn(other.tree).filter((name) => this.find(name) === undefined);
  }

  private find(name: string): unknown {
    return name.split('.').reduce<unknown>((tree, key) => (tree as Tree | undefined)?.[key], this.tree);
  }
}

/** An amount stays on one line with its sign, and a number with the counter after it. */
function joined(text: string): string {
  return text.replace(/(\d) (?=[€$£%\u3040-\u30FF\u4E00-\u9FFF])|(?<=\$) (?=\d)/g, '$1\u00A0');
}

function namesIn(tree: Tree, before = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? namesIn(value as Tree, `${before}${name}.`) : [before + name],
  );
}

/** Reads `texts/<locale>.yaml`. */
export async function readWords(locale: string): Promise<Words> {
  const file = `texts/${locale}.yaml`;
  return new Words(file, parse(await readFile(new URL(file, import.meta.url), 'utf8')) as Tree);
}
