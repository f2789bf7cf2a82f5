import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../content/answer-document.ts';
import { compileMarkdown } from '../../content/markdown.ts';
import { PageError, parseHtmlFragment, wordsOf } from './html-tree.ts';
import { markdownOfText } from './markdown-of-html.ts';

const base = 'https://shop.example/help/faq';

describe('markdownOfText', { timeout: 60_000 }, () => {
  it.each([
    ['<p>One <b>two</b> <i>three</i></p><p>four</p>', 'One **two** *three*\n\nfour'],
    ['<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>', '- a\n- b\n  1. c'],
    ['<a href="../x?y=1#z">x</a> <a href="#top">up</a>', '[x](https://shop.example/x?y=1#z) [up](https://shop.example/help/faq#top)'],
    ['<a href="javascript:alert(1)">x</a> <a href="data:text/html,x">y</a>', 'x y'],
    [
      '<img src="/a.png" alt="A"><img src="p.gif" width="1" height="1"><img data-src="b.png" src="data:image/gif;base64,x" alt="B">',
      '![A](https://shop.example/a.png)![B](https://shop.example/help/b.png)',
    ],
    ['<h2>Big</h2><p>x</p><h3>Small</h3><p>y</p>', '### Big\n\nx\n\n#### Small\n\ny'],
    ['<p>a</p><script>x()</script><style>p{}</style><form><input></form><nav>n</nav><button>b</button>', 'a'],
    ['<p>返品は\n  <b>三十日</b>以内です。</p>', '返品は**三十日**以内です。'],
    ['<iframe src="https://video.example/1" title="How to"></iframe>', '[How to](https://video.example/1)'],
    ['<p>See https://shop.example/a_b or write to help@shop.example.</p>', 'See https://shop.example/a_b or write to help@shop.example.'],
    ['<p><strong>A:</strong> Yes.</p>', 'Yes.'],
    ['Antwort: Ja', 'Ja'],
    ['First line\nsecond line\n\n- one\n- two', 'First line\\\nsecond line\n\n- one\n- two'],
    ['<p><b>*</b></p><code>aa</code><code>bb</code>', '**\\***\n\n`aabb`'],
    ['Fish &amp; chips &lt; 5 &euro;', 'Fish & chips < 5 €'],
    ['zero\u200Bwidth \u202Eturned', 'zerowidth turned'],
  ])('makes of %j what a person would write', (html, markdown) => {
    expect(markdownOfText(html, base)).toBe(markdown);
  });

  it('writes tables that read back', () => {
    const markdown = markdownOfText(
      '<table><tr><th>Size</th><th>Price</th></tr><tr><td>60 | 80</td><td><b>9 €</b></td></tr></table>',
      base,
    );
    expect(compileMarkdown(markdown)).toMatchObject([
      { kind: 'table', head: [['Size'], ['Price']], rows: [[['60 | 80'], [{ kind: 'strong', content: ['9 €'] }]]] },
    ]);
  });

  it('refuses what nests too deep', () => {
    expect(() => markdownOfText('<div>'.repeat(5000), base)).toThrow(PageError);
  });

  it('keeps the words of any text that HTML shows', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    const sign = fc.constantFrom('*', '_', '#', '- ', '1. ', '[', '](', '`', '<', '&', '|', '>', '~', '\\', ' ', '+', '=', '!');
    const inline = fc.constantFrom('b', 'i', 'a href="/x"', 'span', 'code', 'u', 'small');
    const block = fc.constantFrom('p', 'div', 'li', 'h3', 'blockquote', 'td');
    const piece = fc.tuple(block, inline, fc.array(fc.oneof(word, sign), { minLength: 1, maxLength: 6 }));
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const html = pieces
          .map(([outer, inner, parts]) => `<${outer}><${inner}>${escaped(parts.join(''))}</${inner.split(' ')[0]}></${outer}>`)
          .join('');
        const shown = wordsOf(...parseHtmlFragment(html).children);
        const read = plainText(compileMarkdown(markdownOfText(html, base)));
        for (const each of shown.match(/[a-z]{2,}/g) ?? []) expect(read).toContain(each);
      }),
      { numRuns: 500 },
    );
  });
});
