/** What a selector is made of (Selectors Level 4, section 18), escapes and strings being plain letters by now. */
const name = String.raw`(?:--|-?[a-z_\u{80}-\u{10ffff}])[\w\u{80}-\u{10ffff}-]*`;
const attribute = String.raw`\[\s*(?:(?:${name}|\*)?\|)?${name}\s*(?:[~|^$*]?=\s*(?:${name}|"")(?:\s*[is])?\s*)?\]`;
const part = `(?:[#.]${name}|::?${name}|${attribute})`;
const compound = String.raw`(?:(?:(?:${name}|\*)?\|)?(?:${name}|\*)${part}*|${part}+)`;
const complex = String.raw`${compound}(?:\s*[>+~]\s*${compound}|\s+${compound})*`;
const list = new RegExp(String.raw`^\s*${complex}(?:\s*,\s*${complex})*\s*$`, 'iu');

/** What takes something in brackets that is a list of selectors too; the others take words of their own. */
const ofSelectors = ['is', 'where', 'not', 'has'];
const ofWords = ['nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type', 'lang', 'dir', 'state', 'host', 'slotted', 'part'];

/**
 * Whether a text is a list of CSS selectors that a browser takes, with every bracket and quote closed. Names of
 * pseudo-classes without brackets are not looked up: browsers add to them.
 */
export function isSelector(text: string): boolean {
  let rest = text.replace(/\\(?:[\da-f]{1,6}\s?|[^\n\da-f])/gi, 'x').replace(/"[^"\n]*"|'[^'\n]*'/g, '""');
  // From the innermost bracket outwards.
  for (;;) {
    const [whole, called = '', inner = ''] = /:([a-z-]+)\(([^()]*)\)/i.exec(rest) ?? [];
    if (whole === undefined) return list.test(rest);
    if (!takes(called.toLowerCase(), inner)) return false;
    // Something closed stays in its place, so that no name runs on into what follows.
    rest = rest.replace(whole, () => `:${called}[x]`);
  }
}

function takes(called: string, inner: string): boolean {
  if (ofWords.includes(called)) return inner.trim() !== '';
  // What is looked for around an element may begin with how it stands to it.
  return ofSelectors.includes(called) && list.test(called === 'has' ? inner.replace(/(^|,)\s*[>+~]/g, '$1') : inner);
}
