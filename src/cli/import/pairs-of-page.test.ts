import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundPair } from './found-pair.ts';
import { PageError } from './html-tree.ts';
import { pairsOfPage } from './pairs-of-page.ts';

const url = 'https://shop.example/faq';

function pairs(body: string, head = '', address: string | undefined = url): readonly FoundPair[] {
  return pairsOfPage(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, address, 'page.html').pairs;
}

function spoken(found: readonly FoundPair[]): string[] {
  return found.map(({ question, answer }) => `${question} → ${answer.replaceAll('\n', ' ')}`);
}

function jsonLd(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

const question = (name: string, text: string) => ({ '@type': 'Question', name, acceptedAnswer: { '@type': 'Answer', text } });

describe('pairsOfPage', { timeout: 60_000 }, () => {
  it('reads JSON-LD as one object, as a list, in a graph, with one question or several', () => {
    const page = (mainEntity: unknown) => ({ '@context': 'https://schema.org', '@type': 'FAQPage', mainEntity });
    const a = question('How much?', '5 €.');
    const b = question('How long?', '<p>Two <b>days</b>.</p>');
    const expected = ['How much? → 5 €.', 'How long? → Two **days**.'];
    expect(spoken(pairs('', jsonLd(page([a, b]))))).toEqual(expected);
    expect(spoken(pairs('', jsonLd([page(a), page(b)])))).toEqual(expected);
    expect(spoken(pairs('', jsonLd({ '@graph': [{ '@type': 'WebSite' }, page([a, b])] })))).toEqual(expected);
  });

  it('passes over malformed JSON-LD and names it', () => {
    const html = '<script type="application/ld+json">{"@type": "FAQPage", }</script><details><summary>Why?</summary>So.</details>';
    const { pairs: found, problems } = pairsOfPage(html, url, 'x');
    expect(spoken(found)).toEqual(['Why? → So.']);
    expect(problems).toEqual(['its JSON-LD block 1 is malformed']);
  });

  it('prefers what visitors see over the same question in JSON-LD', () => {
    const data = jsonLd({ '@type': 'FAQPage', mainEntity: [question('How do I pay?', 'By card.'), question('Hidden one?', 'Yes.')] });
    expect(spoken(pairs('<details><summary>How do I pay</summary><p>By <a href="/card">card</a>.</p></details>', data))).toEqual([
      'How do I pay → By [card](https://shop.example/card).',
      'Hidden one? → Yes.',
    ]);
  });

  it('reads microdata', () => {
    const body = `<div itemscope itemtype="https://schema.org/FAQPage"><div itemscope itemprop="mainEntity" itemtype="https://schema.org/Question">
      <h3 itemprop="name">Is it waterproof?</h3><div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer"><div itemprop="text"><p>IP67.</p></div></div></div></div>`;
    expect(spoken(pairs(body))).toEqual(['Is it waterproof? → IP67.']);
  });

  it('takes details that hold details for a section', () => {
    const body =
      '<details><summary>Delivery</summary><details id="cost"><summary>Cost</summary>5 €</details><details><summary>Time</summary>2 days</details></details>';
    expect(pairs(body)).toMatchObject([
      { question: 'Cost', section: 'Delivery', source: 'https://shop.example/faq#cost', anchor: 'cost' },
      { question: 'Time', section: 'Delivery' },
    ]);
  });

  it('reads accordions by what their buttons control', () => {
    const body = `<h1>FAQ</h1><div role="tablist"><button role="tab" aria-controls="t">Tab</button></div><div id="t">x</div>
      <h2 class="accordion-header"><button aria-expanded="false" aria-controls="c1">Can I cancel?</button></h2><div id="c1" hidden><div><p>Until it ships.</p></div></div>
      <h2 class="accordion-header"><button aria-expanded="false" aria-controls="c2">Invoices</button></h2><div id="c2" hidden><p>By mail.</p></div>`;
    expect(spoken(pairs(body)).slice(0, 2)).toEqual(['Can I cancel? → Until it ships.', 'Invoices → By mail.']);
  });

  it('reads lists of terms that ask, with several ways to ask, but no lists of figures', () => {
    const asking = '<dl><dt>How do I reset it?</dt><dt>Reset?</dt><dd>Hold the button.</dd><dd>Wait.</dd></dl>';
    expect(pairs(asking)).toMatchObject([{ question: 'How do I reset it?', phrasings: ['Reset?'], answer: 'Hold the button.\n\nWait.' }]);
    expect(pairs('<dl><dt>Weight</dt><dd>34 g</dd><dt>Colour</dt><dd>black</dd></dl>', '<title>FAQ</title>')).toEqual([]);
  });

  it('reads headings that ask, with all that follows up to the next one', () => {
    const body = `<main><h1>Shop</h1><h2>How do I return it?</h2><p>Within 30 days.</p><ul><li>box</li></ul><h3>The label</h3><p>Print it.</p>
      <h2>About us</h2><p>We sell lamps.</p></main><p>after</p>`;
    expect(spoken(pairs(body, '', 'https://shop.example/returns'))).toEqual([
      'How do I return it? → Within 30 days.  - box  ### The label  Print it.',
    ]);
  });

  it('takes all headings of the level on a page that calls itself an FAQ', () => {
    const body =
      '<h1>Frequently asked questions</h1><h2>Orders</h2><h3>Where is my order?</h3><p>A.</p><h3>Lost parcels</h3><p>B.</p><h2>Still have questions?</h2><p>Call.</p>';
    expect(pairs(body)).toMatchObject([
      { question: 'Where is my order?', answer: 'A.', section: 'Orders' },
      { question: 'Lost parcels', answer: 'B.', section: 'Orders' },
    ]);
  });

  it('ends an answer where its box ends', () => {
    const body = '<div><div><h3>Why?</h3><div>So.</div></div><p>Buy now!</p></div>';
    expect(spoken(pairs(body))).toEqual(['Why? → So.']);
  });

  it('keeps a single question below another one in its answer, and makes several their own', () => {
    expect(spoken(pairs('<h2>When do you collect?</h2><p>Monday.</p><h3>What not?</h3><p>Tyres.</p>'))).toEqual([
      'When do you collect? → Monday.  ### What not?  Tyres.',
    ]);
    expect(spoken(pairs('<h2>What about delivery?</h2><p>Here.</p><h3>How long?</h3><p>A.</p><h3>How much?</h3><p>B.</p>'))).toEqual([
      'What about delivery? → Here.',
      'How long? → A.',
      'How much? → B.',
    ]);
  });

  it('reads bold questions in paragraphs', () => {
    expect(spoken(pairs('<p><strong>1. How much is it?</strong></p><p>5 €.</p><p><b>Q: Is it safe?</b><br>Yes,<br>very.</p>'))).toEqual([
      'How much is it? → 5 €.',
      'Is it safe? → Yes,\\ very.',
    ]);
  });

  it('reads boxes that are named for what they hold', () => {
    const body = `<div class="faq__item"><button class="faq-question">Gift cards</button><div class="faq-answer"><p>Yes.</p></div></div>
      <div class="item"><div class="head"><span class="question">Is it safe?</span></div><div class="answer">Very.</div></div>
      <div class="schema-faq-section"><strong>Does it float?</strong><p>It does.</p></div>`;
    expect(spoken(pairs(body, '', 'https://shop.example/x'))).toEqual([
      'Gift cards → Yes.',
      'Is it safe? → Very.',
      'Does it float? → It does.',
    ]);
  });

  it('takes the title of an article of a help centre for its question', () => {
    const body = '<nav>Menu</nav><main><article><h1>Change your address</h1><p>In your account.</p></article></main>';
    expect(spoken(pairs(body, '', 'https://help.shop.example/articles/7'))).toEqual(['Change your address → In your account.']);
    expect(pairs(body, '', 'https://shop.example/news/7')).toEqual([]);
  });

  it('leaves menus, footers, dialogs and invitations alone', () => {
    const body = `<nav><details><summary>More?</summary>x</details></nav><footer><h3>Who are we?</h3><p>x</p></footer>
      <div role="dialog"><h2>Do you accept cookies?</h2><p>x</p></div><h2>Do you have any questions?</h2><p>Call us.</p>`;
    expect(pairs(body)).toEqual([]);
  });

  it('knows the language of a page, of a part of it, and of its words', () => {
    const [part] = pairs('<div lang="fr"><details><summary>Où ?</summary>Ici.</details></div>');
    expect(part?.locale).toBe('fr');
    expect(pairsOfPage('<details><summary>Wie lange dauert die Lieferung?</summary>Zwei Tage.</details>', url, 'x').pairs[0]?.locale).toBe(
      'de',
    );
  });

  it('takes the address that the page calls its own, resolves links against it, and dates it', () => {
    const head =
      '<link rel="canonical" href="/help/faq"><meta property="article:modified_time" content="2026-03-02T10:00:00Z"><base href="/img/">';
    expect(pairs('<details id=":r1:"><summary>Why?</summary><img src="a.png" alt="A"></details>', head)).toMatchObject([
      { source: 'https://shop.example/help/faq', answer: '![A](https://shop.example/img/a.png)', updated: '2026-03-02' },
    ]);
  });

  it('never throws anything but a PageError, whatever the page holds', () => {
    const tag = fc.constantFrom(
      '<details>',
      '<summary>',
      '</details>',
      '<dl>',
      '<dt>',
      '<dd>',
      '<h2>',
      '</h2>',
      '<h3>',
      '<p>',
      '<b>',
      '</p>',
      '<table>',
      '<script type="application/ld+json">',
      '</script>',
      '<main>',
      '<form>',
      '<template>',
      '<svg>',
      '<button aria-controls="x">',
      '<div id="x">',
      '<a href="//[">',
      '<img srcset=",">',
      'How?',
      'text',
      '{"@type":"Question"}',
      '&',
      '<',
      '\u0000',
      '<base href="::">',
      '<html lang="!!">',
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 40 }), fc.constantFrom(url, undefined), (parts, address) => {
        try {
          pairsOfPage(parts.join(''), address, 'x');
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(PageError);
        }
      }),
      { numRuns: 1000 },
    );
    expect(() => pairsOfPage('<div>'.repeat(100_000), url, 'x')).toThrow('nest more than');
  });
});
