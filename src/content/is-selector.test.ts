import { describe, expect, it } from 'vitest';
import { isSelector } from './is-selector.ts';

describe('a selector', () => {
  it.each([
    '#pay',
    'form.checkout',
    '.summary .code',
    'main > form + p ~ a, #a , *',
    'a[href]',
    'a[href^="https://x.example/(a[b" i]',
    "input[name='card no']:not([type=hidden], .off)",
    'section:has(> h2:is(.a, .b), + p) a',
    'li:nth-child(2n + 1)',
    ':nth-child(2 of .x)',
    'p:first-child::before',
    '#a\\:b',
    '#\\31 23',
    '--own, my-element',
    'svg|a, *|a',
    '.größe',
  ])('%s is one', (text) => expect(isSelector(text)).toBe(true));

  it.each([
    '##pay',
    '#1',
    '.',
    '#',
    'a..b',
    'div >> x',
    '> a',
    'a >',
    'a,',
    ', a',
    '',
    'a[',
    'a[href=]',
    'a[=x]',
    'a]',
    'a(',
    'p:not(##x)',
    'p:not()',
    'li:nth-child(2)a',
    'p:has(>)',
    'p:contains("x")',
    'a:',
    'a "b"',
    '#a["b',
    'a{b}',
    'a!',
    '$x',
    '//div',
  ])('%s is none', (text) => expect(isSelector(text)).toBe(false));

  it('is told in no time, however long it is', () => {
    const started = performance.now();
    expect(isSelector(`${'a '.repeat(5000)}!`)).toBe(false);
    expect(isSelector(`${'a-'.repeat(5000)}!`)).toBe(false);
    expect(isSelector(`a${' '.repeat(5000)}!`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
