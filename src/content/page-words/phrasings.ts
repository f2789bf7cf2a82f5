/** All that a list of patterns stands for, in its order: patterns are parted by `;`, `(a|b|)` is any of its parts. */
export function expand(patterns: string): string[] {
  return patterns
    .split(';')
    .flatMap(expandOne)
    .filter((way) => way !== '');
}

function expandOne(pattern: string): string[] {
  const [whole, head = '', parts = '', rest = ''] = /^([^(]*)\(([^)]*)\)(.*)$/u.exec(pattern) ?? [];
  if (whole === undefined) return [pattern.replace(/\s+/gu, ' ').trim()];
  return parts.split('|').flatMap((part) => expandOne(`${head}${part}${rest}`));
}
