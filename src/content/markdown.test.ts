import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerDocument, type Block, type Inline, plainText } from './answer-document.ts';
import { compileMarkdown } from './markdown.ts';
import { MarkdownError } from './markdown-limits.ts';

function compiled(markdown: string): AnswerDocument | MarkdownError {
  try {
    return compileMarkdown(markdown);
  } catch (thrown) {
    if (thrown instanceof MarkdownError) return thrown;
    throw thrown;
  }
}

/** Every object of a document that has a kind. */
function parts(document: AnswerDocument): (Block | Exclude<Inline, string>)[] {
  const found: (Block | Exclude<Inline, string>)[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value) found.push(value as Block);
    for (const each of Object.values(value)) visit(each);
  };
  visit(document);
  return found;
}

const sign = fc.constantFrom(
  ...'*_`~[]()<>!#|-+=.:/\\&;"\'0123456789 \n\tabcé語'.split(''),
  'http://',
  'javascript:',
  '&#x202E;',
  'www.',
  '\u202E',
  '\u200B',
);
const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: sign, maxLength: 300 }));
const word = fc.stringMatching(/^[a-z]{3,8}$/);

describe('compileMarkdown', { timeout: 60_000 }, () => {
  it('never throws anything but a MarkdownError', () => {
    fc.assert(
      fc.property(anything, (markdown) => void compiled(markdown)),
      { numRuns: 1000 },
    );
  });

  it('lets no address through that could run', () => {
    const scheme = fc.constantFrom(
      'javascript',
      'JAVASCRIPT',
      ' java\nscript',
      'vbscript',
      'data',
      'file',
      'blob',
      'about',
      'java&#115;cript',
      '\u0001javascript',
    );
    fc.assert(
      fc.property(scheme, fc.string(), word, (name, rest, label) => {
        const url = `${name}:${rest}`;
        for (const markdown of [
          `[${label}](${url})`,
          `[${label}](<${url}>)`,
          `![${label}](${url})`,
          `<${url}>`,
          `[${label}]\n\n[${label}]: ${url}`,
        ]) {
          const document = compiled(markdown);
          if (document instanceof MarkdownError) continue;
          for (const part of parts(document)) {
            const address = part.kind === 'link' ? part.href : part.kind === 'image' ? part.src : 'https:';
            expect(new URL(address, 'https://site.example').protocol).toMatch(/^(?:https?|mailto|tel|sms):$/);
          }
        }
      }),
    );
  });

  it('keeps the words, whatever stands around them', () => {
    const around = fc.constantFrom('', '*', '**', '~~', '`', '> ', '- ', '1. ', '# ', '| ', '[', '\n\n', '    ', '<b>', '- [x] ');
    fc.assert(
      fc.property(fc.array(fc.tuple(around, word, around), { minLength: 1, maxLength: 8 }), (pieces) => {
        const document = compiled(pieces.map(([before, text, after]) => `${before}${text}${after} `).join(''));
        if (document instanceof MarkdownError) return;
        const text = plainText(document);
        for (const [, each] of pieces) expect(text).toContain(each);
      }),
    );
  });

  it('shows HTML and scripts as text', () => {
    const document = compileMarkdown('Hello <b>you</b> <script>alert(1)</script>\n\n<div onclick="x()">box</div>');
    expect(plainText(document)).toBe('Hello <b>you</b> <script>alert(1)</script>\n<div onclick="x()">box</div>');
    expect(parts(document).map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });

  it('leaves comments out and breaks lines at <br>', () => {
    expect(compileMarkdown('one<br>two<!-- not for visitors -->\n\n<!-- nor\nthis -->')).toEqual([
      { kind: 'paragraph', content: ['one', { kind: 'break' }, 'two'] },
    ]);
  });

  it('takes what hides or reorders text out, however it is written', () => {
    expect(plainText(compileMarkdown('a\u202Eb &#x202E;c\u200Bd `e\u2066f` ![g\u202Eh](/x.png)'))).toBe('ab cd ef gh');
  });

  it('makes links without words show their address, and drops the link of one that could run', () => {
    expect(compileMarkdown('[](https://a.example/) [run](javascript:alert(1))')).toEqual([
      { kind: 'paragraph', content: [{ kind: 'link', href: 'https://a.example/', content: ['https://a.example/'] }, ' run'] },
    ]);
  });

  it('finds the definition of a reference wherever it stands, the first one first', () => {
    const document = compileMarkdown('[here][x]\n\n> [x]: https://first.example/\n\n[x]: https://second.example/');
    expect(parts(document).find(({ kind }) => kind === 'link')).toMatchObject({ href: 'https://first.example/' });
  });

  it('keeps task lists and footnotes as text', () => {
    expect(plainText(compileMarkdown('- [x] done\n- [ ] open\n\nSee[^1].\n\n[^1]: The note.'))).toBe(
      '• ☑ done\n• ☐ open\nSee[1].\n[1] The note.',
    );
  });

  it('joins soft lines with a space, but not in Chinese and Japanese', () => {
    expect(plainText(compileMarkdown('one\ntwo'))).toBe('one two');
    expect(plainText(compileMarkdown('退货\n流程'))).toBe('退货流程');
    expect(plainText(compileMarkdown('返品は\nできます'))).toBe('返品はできます');
  });

  const deep = Array.from({ length: 200 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n');
  it.each([
    ['quotes', '>'.repeat(10_000)],
    ['lists on one line', `${'- '.repeat(10_000)}x`],
    ['numbered lists', `${'1. '.repeat(10_000)}x`],
    ['quotes and lists', `${'> - '.repeat(5_000)}x`],
    ['lists by indentation', deep],
    ['emphasis', `${'*a **b '.repeat(3_000)}${' b** a*'.repeat(3_000)}`],
    ['brackets', '['.repeat(40_000)],
    ['delimiters', '*a_ '.repeat(10_000)],
  ])('refuses %s nested or repeated beyond use, quickly', (_, markdown) => {
    const started = performance.now();
    const error = compiled(markdown);
    expect(error).toBeInstanceOf(MarkdownError);
    expect((error as MarkdownError).mend).not.toBe('');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('says on which line it nests too deep', () => {
    expect(compiled(`fine\n\n${'> '.repeat(30)}deep`)).toMatchObject({ line: 3 });
  });

  it('takes long tables, rules and lists that real answers have', () => {
    const table = `| a | b |\n|---|---|\n${'| **x** | [y](https://z.example/) |\n'.repeat(400)}`;
    expect(
      compileMarkdown(`${table}\n- - - - - - - - - - - - - - - - - - - - - - - -\n\n${'- one **two**\n'.repeat(200)}`).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['table', 'rule', 'list']);
  });
});
