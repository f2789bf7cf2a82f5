import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readMarkup } from '../../src/content/page-markup/read-markup.ts';
import { readPage } from './read-page.ts';

const url = 'https://shop.example/lamp';

/** A document of its own for each test; made by the parser, since what is tested only ever reads. */
function documentOf(body: string, head = '', lang = 'en'): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
}

const read = (body: string, head?: string, lang?: string) => readPage(documentOf(body, head, lang), url);
const script = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

afterEach(() => vi.restoreAllMocks());

describe('details', () => {
  test('the summary asks, the rest answers, as it reads', () => {
    const body = `<details id="q1"><summary>How <b>long</b>
      does it take?</summary><p>Two
      days.</p><ul><li>fast</li><li>safe</li></ul><script>alert(1)</script><button>Copy</button></details>`;
    expect(read(body).questions).toEqual([{ question: 'How long does it take?', answer: 'Two days.\n• fast\n• safe', anchor: '#q1' }]);
  });

  test('without an id the summary’s words lead there', () => {
    const [question] = read('<details><summary>Wi-Fi, or not?</summary>Yes.</details>').questions;
    expect(question?.anchor).toBe('#:~:text=Wi%2DFi%2C%20or%20not%3F');
    const [long] = read(`<details><summary>${'word '.repeat(50)}</summary>Yes.</details>`).questions;
    expect(decodeURIComponent(long?.anchor ?? '')).toMatch(/^#:~:text=(?:word ){14,15}word$/);
  });

  test.each([
    ['a menu', '<nav><details><summary>Shop</summary><a href="/">Lamps</a></details></nav>'],
    ['a part of the footer', '<footer><details><summary>About</summary><a href="/">Us</a></details></footer>'],
    ['a filter', '<details><summary>Colour</summary><label><input type="checkbox"> red</label></details>'],
    ['empty', '<details><summary>Colour</summary></details>'],
    ['without a summary', '<details>Text</details>'],
    ['our own panel', '<edge-agent><details><summary>Why?</summary>Because.</details></edge-agent>'],
  ])('%s is no question', (_, body) => {
    expect(read(body).questions).toEqual([]);
  });

  test('a group of questions asks nothing itself', () => {
    const body = '<details><summary>Delivery</summary><details><summary>When?</summary>Soon.</details></details>';
    expect(read(body).questions.map(({ question }) => question)).toEqual(['When?']);
  });
});

describe('data-edge-agent', () => {
  test('the attribute asks; without words in it the first heading does', () => {
    const body = `<section id="s" data-edge-agent="Is it loud?"><h3>Noise</h3><p>No.</p></section>
      <div data-edge-agent><h3 id="h">Is it heavy?</h3><p>Yes.</p></div>
      <div data-edge-agent="And warm?"><p>Warm enough.</p></div>`;
    expect(read(body).questions).toEqual([
      { question: 'Is it loud?', answer: 'Noise\nNo.', anchor: '#s' },
      { question: 'Is it heavy?', answer: 'Yes.', anchor: '#h' },
      { question: 'And warm?', answer: 'Warm enough.', anchor: '#:~:text=Warm%20enough.' },
    ]);
  });

  test('details inside are part of it', () => {
    const body = '<div data-edge-agent="All?"><details><summary>One</summary>Two</details></div>';
    expect(read(body).questions.map(({ question }) => question)).toEqual(['All?']);
  });
});

describe('schema.org data', () => {
  const product = { '@type': 'Product', name: 'Lamp', offers: { '@type': 'Offer', price: '89.90', priceCurrency: 'EUR' } };
  const faq = { '@type': 'FAQPage', mainEntity: { '@type': 'Question', name: 'Is it loud?', acceptedAnswer: { text: '<p>No.</p>' } } };

  test('crosses as it stands and is read with its places', () => {
    const body = `<h1>The Lamp</h1><section id="sound"><h2>Is it loud?</h2></section>${script([product, faq])}`;
    const facts = readMarkup(read(body)).facts;
    expect(facts.questions).toEqual([{ question: 'Is it loud?', answer: 'No.', anchor: '#sound' }]);
    expect(facts.products).toMatchObject([{ name: 'Lamp', isMain: true, offers: [{ price: 89.9, currency: 'EUR' }] }]);
  });

  test('what a page shows and marks up is one question', () => {
    const facts = readMarkup(read(`<details><summary>Is it loud?</summary>Not at all.</details>${script(faq)}`)).facts;
    expect(facts.questions).toEqual([{ question: 'Is it loud?', answer: 'Not at all.', anchor: '#:~:text=Is%20it%20loud%3F' }]);
  });

  test('microdata reads the same', () => {
    const body = `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name" id="t">Lamp</h1>
      <span itemprop="brand" itemscope itemtype="https://schema.org/Brand"><b itemprop="name">Nordlys</b></span>
      <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="89.90">89,90</span>
      <meta itemprop="priceCurrency" content="EUR"><link itemprop="availability" href="https://schema.org/InStock"></div></div>`;
    expect(readMarkup(read(body)).facts.products).toMatchObject([
      { name: 'Lamp', brand: 'Nordlys', anchor: '#t', offers: [{ price: 89.9, currency: 'EUR', availability: 'InStock' }] },
    ]);
  });

  test('a page without any carries none', () => {
    expect(read('<h1>Hello</h1>')).toEqual({ url, locale: 'en', questions: [], products: [] });
  });

  test('more of it than is read is left out, and said', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const facts = read(script(product) + script({ name: 'x'.repeat(1_100_000) }));
    expect(facts.markup?.jsonLd).toHaveLength(1);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

test('the language is the declared one', () => {
  expect(read('', '', 'pt_BR').locale).toBe('pt-BR');
  expect(read('', '<meta property="og:locale" content="de_DE">', '').locale).toBe('de-DE');
  expect(read('', '', 'no language')).not.toHaveProperty('locale');
});

test('reading changes nothing, runs nothing, stores nothing', () => {
  const body = `<div data-edge-agent="Q"><img src="x" onerror="window.wasRun = true"><p>&lt;script&gt;alert(1)&lt;/script&gt;</p></div>${script({ '@type': 'Product', name: '<img src=x onerror="window.wasRun = true">' })}`;
  const page = documentOf(body);
  const before = page.documentElement.outerHTML;
  const { questions } = readPage(page, url);
  expect(questions[0]?.answer).toBe('<script>alert(1)</script>');
  expect(page.documentElement.outerHTML).toBe(before);
  expect(window).not.toHaveProperty('wasRun');
  expect(localStorage).toHaveLength(0);
});

test('a form whose fields hide its methods takes no other question with it', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const body = '<form data-edge-agent="One?"><input name="closest">1</form><div data-edge-agent="Two?">2</div>';
  expect(read(body).questions.map(({ question }) => question)).toEqual(['Two?']);
  expect(warn).toHaveBeenCalledTimes(1);
});

test('any markup is read without an exception, and what is read can cross to a worker', () => {
  const piece = fc.constantFrom(
    '<details>',
    '</details>',
    '<summary>',
    '</summary>',
    '<div data-edge-agent>',
    '<p data-edge-agent="\u202Ewhy">',
    '</div>',
    '<h2 id="a b">',
    '</h2>',
    '<edge-agent>',
    '<form><input name="closest"><input name="id"></form>',
    '<form data-edge-agent id="f"><input name="closest"></form>',
    '<svg><title>t</title></svg>',
    '<template><details><summary>s</summary>x</details></template>',
    '<li>',
    '<td>',
    'words',
    '\u0000',
    '😀',
    '<script type="application/ld+json">{',
    '<script type="application/ld+json">[]',
    '</script>',
    '<b itemscope itemtype="http://schema.org/Product">',
    '<i itemprop="name constructor __proto__">',
  );
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 40 }), (pieces) => {
      const facts = readMarkup(structuredClone(read(pieces.join('')))).facts;
      for (const { question, answer } of facts.questions) {
        expect(question.length * answer.length).toBeGreaterThan(0);
        expect(`${question}${answer}`).not.toMatch(/[\u0000\u202E]/);
      }
    }),
    { numRuns: 300 },
  );
});

test('a hostile page is cut to size in time', () => {
  const details = `<details><summary>${'q '.repeat(1000)}</summary>${'<p>answer </p>'.repeat(3000)}</details>`;
  const started = performance.now();
  const facts = read(details.repeat(250) + '<h2>x</h2>'.repeat(5000) + script({}));
  const milliseconds = performance.now() - started;
  expect(facts.questions).toHaveLength(200);
  for (const { question, answer } of facts.questions) {
    expect(question.length).toBeLessThanOrEqual(300);
    expect(answer.length).toBeLessThanOrEqual(5000);
  }
  expect(facts.markup?.places).toHaveLength(500);
  // Most of it is the parser's.
  expect(milliseconds).toBeLessThan(20_000);
});

test('a normal product page takes less than 5 ms', () => {
  const paragraphs = '<section><h2>About</h2><p>Some words about a lamp that stands on a desk.</p></section>'.repeat(60);
  const questions = Array.from(
    { length: 12 },
    (_, index) => `<details><summary>Question ${index}?</summary><p>Answer ${index}.</p></details>`,
  ).join('');
  const data = { '@type': 'Product', name: 'Lamp', description: 'words '.repeat(300), offers: { price: 5, priceCurrency: 'EUR' } };
  const page = documentOf(`<h1>Lamp</h1>${paragraphs}${questions}${script(data)}`);
  const times = Array.from({ length: 21 }, () => {
    const started = performance.now();
    readPage(page, url);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  console.info(`readPage: median ${times[10]?.toFixed(2)} ms, slowest ${times[20]?.toFixed(2)} ms`);
  expect(times[10]).toBeLessThan(5);
});
