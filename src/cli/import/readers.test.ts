import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { politeFetch } from './fetch-politely.ts';
import { PageError } from './html-tree.ts';
import { slugOf } from './name-units.ts';
import { readFaqTable } from './read-faq-table.ts';
import { isSitemap, readSitemap } from './read-sitemap.ts';
import { readZendesk } from './read-zendesk.ts';
import { readsAsQuestion } from './reads-as-question.ts';

describe('decodeText', () => {
  const text = 'Grüße, 5 €';
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), ''],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), ''],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'text/html; charset=utf-8'],
    [
      'what the server says',
      Buffer.from([...'Gr'].map((letter) => letter.charCodeAt(0)).concat(0xfc, 0xdf, 0x65, 0x2c, 0x20, 0x35, 0x20, 0x80)),
      'text/html; charset=windows-1252',
    ],
    ['Windows-1252 that nobody declares', Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65, 0x2c, 0x20, 0x35, 0x20, 0x80]), ''],
    ['compressed', gzipSync(Buffer.from(text)), ''],
  ])('reads %s', (_, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toBe(text);
  });

  it('reads what the document declares', () => {
    expect(decodeText(Buffer.concat([Buffer.from('<meta charset="shift_jis">'), Buffer.from([0x82, 0xa0])]))).toBe(
      '<meta charset="shift_jis">あ',
    );
  });
});

describe('readsAsQuestion', () => {
  it.each([
    'How do I pay?',
    'How to pay',
    'Can I pay by card',
    'Wie bezahle ich',
    'Kann man stornieren',
    '¿Puedo pagar?',
    'Cómo pagar',
    'Puis-je annuler',
    'Où est mon colis ?',
    'Posso pagar',
    'Как оплатить',
    'هل يمكنني الدفع',
    '怎么付款',
    '可以退货吗',
    '送料はいくらですか',
    '返品する方法は',
  ])('sees that %s asks', (text) => {
    expect(readsAsQuestion(text)).toBe(true);
  });
  it.each([
    'About us',
    'Shipping',
    'Our history',
    'Still have questions?',
    'Haben Sie noch Fragen?',
    'Island',
    'Wiesbaden',
    '我们的故事',
    '会社概要',
    '',
    '?',
  ])('sees that %s does not', (text) => {
    expect(readsAsQuestion(text)).toBe(false);
  });
});

describe('slugOf', { timeout: 60_000 }, () => {
  it.each([
    ['How do I return an item?', 'en', 'how-do-i-return-an-item'],
    ['Was kostet die Müllabfuhr?', 'de', 'was-kostet-die-muellabfuhr'],
    ['Où est l’œuf à 5 €', 'fr', 'ou-est-loeuf-a-5'],
    ['Wi-Fiに接続できません', 'ja', undefined],
    ['???', 'en', undefined],
    ['../../etc/passwd', 'en', 'etc-passwd'],
  ])('of %s in %s is %s', (text, locale, slug) => {
    expect(slugOf(text, locale)).toBe(slug);
  });
  it('is safe as a file name, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(slugOf(text) ?? 'none').toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
      }),
    );
  });
});

describe('readFaqTable', () => {
  it.each([
    'Title,Body,Category\nHow?,So.,Shop\n',
    'a;Q\nSo.;How?\n',
    'question\tanswer\tlang\nHow?\tSo.\ten\n',
    '\uFEFFFrage,Antwort\r\nHow?,So.\r\n',
  ])('finds question and answer in %j', (text) => {
    expect(readFaqTable(text, 'x.csv').pairs).toMatchObject([{ question: 'How?', answer: 'So.' }]);
  });

  it('takes further rows of a unit for further phrasings', () => {
    const { pairs } = readFaqTable('unit,locale,question,answer\npay,en,How do I pay?,By card.\npay,en,cards,\n', 'x.csv');
    expect(pairs).toMatchObject([
      { key: 'pay', answer: 'By card.' },
      { key: 'pay', question: 'cards', answer: 'By card.' },
    ]);
  });

  it.each([
    ['', 'names no column for questions'],
    ['question,colour\na,b\n', 'names no column for answers'],
    ['question,answer\n"a,b\n', 'x.csv:2: the quote that opens here never closes'],
  ])('refuses %j', (text, message) => {
    expect(() => readFaqTable(text, 'x.csv')).toThrow(message);
  });
});

describe('readZendesk', { timeout: 60_000 }, () => {
  it('reads one article a line, and translations beside their articles', () => {
    const lines = [
      { id: 1, title: 'How?', body: '<p>So.</p>', locale: 'en-us', source_locale: 'en-us', section_id: 5 },
      { id: 9, source_id: 1, source_type: 'Article', title: 'Wie?', body: 'So!', locale: 'de' },
    ];
    const { pairs, sourceLocale } = readZendesk(lines.map((line) => JSON.stringify(line)).join('\n'), 'x.jsonl');
    expect(sourceLocale).toBe('en-US');
    expect(pairs).toMatchObject([
      { key: '1', locale: 'en-US', question: 'How?', section: 'section-5' },
      { key: '1', locale: 'de', question: 'Wie?', answer: 'So!' },
    ]);
  });

  it('names records that are no articles, and keeps the rest', () => {
    const { pairs, skipped } = readZendesk(JSON.stringify({ articles: [{ title: 7 }, { id: 2, title: 'How?', body: 'So.' }] }), 'x.json');
    expect(pairs).toHaveLength(1);
    expect(skipped).toEqual([{ from: 'x.json, article 1', reason: expect.stringContaining('its title is wrong') }]);
  });

  it('throws nothing but a PageError, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        try {
          readZendesk(text, 'x.json');
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(PageError);
        }
      }),
    );
  });
});

describe('readSitemap', () => {
  const none = async (url: string): Promise<never> => {
    throw new PageError(`no ${url}`);
  };

  it('follows an index, once each, and only on its own site', async () => {
    const index = (...urls: string[]) =>
      `<sitemapindex>${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`;
    const pages: Record<string, string> = {
      'https://shop.example/a.xml':
        '<urlset><url><loc>https://shop.example/1</loc><image:image><image:loc>https://shop.example/1.png</image:loc></image:image></url><url><loc>https://help.shop.example/2?a=1&amp;b=2</loc></url></urlset>',
      'https://shop.example/loop.xml': index(
        'https://shop.example/loop.xml',
        'https://shop.example/a.xml',
        'https://shop.example/gone.xml',
      ),
    };
    const fetched: string[] = [];
    const fetchDocument = async (url: string) => {
      fetched.push(url);
      const text = pages[url];
      if (text === undefined) throw new PageError('the server answers 404');
      return { url, contentType: '', text };
    };
    const read = await readSitemap(
      index('https://shop.example/loop.xml', 'https://evil.example/b.xml'),
      'https://www.shop.example/sitemap.xml',
      fetchDocument,
    );
    expect(read.urls).toEqual(['https://shop.example/1', 'https://help.shop.example/2?a=1&b=2']);
    expect(fetched).toEqual(['https://shop.example/loop.xml', 'https://shop.example/a.xml', 'https://shop.example/gone.xml']);
    expect(read.skipped.map(({ from }) => from)).toEqual(['https://shop.example/gone.xml', 'https://evil.example/b.xml']);
  });

  it('takes the site from the first address where it comes as a file', async () => {
    const text =
      '<?xml version="1.0"?>\n<!-- made by hand -->\n<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://b.example/2</loc></url><url><loc>file:///etc/passwd</loc></url></urlset>';
    expect(isSitemap(text)).toBe(true);
    expect((await readSitemap(text, undefined, none)).urls).toEqual(['https://a.example/1']);
  });
});

describe('politeFetch', { timeout: 60_000 }, () => {
  let server: Server;
  let origin = '';
  const agents: (string | undefined)[] = [];
  let busy = 0;
  let busiest = 0;
  let refusals = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      agents.push(request.headers['user-agent']);
      busy += 1;
      busiest = Math.max(busiest, busy);
      const done = (status: number, body: string | Buffer, headers = {}) => {
        setTimeout(() => {
          busy -= 1;
          response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
        }, 5);
      };
      if (request.url === '/moved') done(302, '', { location: '/page' });
      else if (request.url === '/large') done(200, Buffer.alloc(6 * 1024 * 1024, 'x'));
      else if (request.url === '/picture') done(200, 'x', { 'content-type': 'image/png' });
      else if (request.url === '/busy') done(refusals++ === 0 ? 503 : 200, 'at last', { 'retry-after': '0' });
      else if (request.url === '/page') done(200, '<p>ü</p>');
      else done(404, '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const get = politeFetch({ pause: 1 });

  it('follows redirects, says who asks, and has one request under way at a time', async () => {
    const documents = await Promise.all([get(`${origin}/moved`), get(`${origin}/page`), get(`${origin}/page`)]);
    expect(documents[0]).toMatchObject({ url: `${origin}/page`, text: '<p>ü</p>' });
    expect(busiest).toBe(1);
    expect(new Set(agents)).toEqual(new Set(['edge-agent import']));
  });

  it('asks a busy server once more', async () => {
    expect((await get(`${origin}/busy`)).text).toBe('at last');
  });

  it.each([
    ['/gone', 'the server answers 404'],
    ['/large', 'it is larger than 5 MB'],
    ['/picture', 'it is no page'],
  ])('gives %s up with a reason', async (path, reason) => {
    await expect(get(`${origin}${path}`)).rejects.toThrow(reason);
    await expect(get(`${origin}${path}`)).rejects.toBeInstanceOf(PageError);
  });

  it('gives up what cannot be reached, and what is not of the web', async () => {
    await expect(get('http://127.0.0.1:9/')).rejects.toThrow('it cannot be reached');
    await expect(get('file:///etc/passwd')).rejects.toThrow('only http and https');
  });
});
