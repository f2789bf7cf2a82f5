import { stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import type { AnswerLink } from '../../content/check/check-answers.ts';
import type { Finding } from '../../content/check/finding.ts';

/** Links that name no scheme lead to files of the site itself. */
export function isRelative(href: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(href);
}

export function isWebAddress(href: string): boolean {
  return /^(?:https?:)?\/\//i.test(href);
}

/** Mail and telephone links that no program can use. */
export function checkAddresses(links: readonly AnswerLink[]): Finding[] {
  return links.flatMap((link) => {
    const { href } = link;
    const isBadMail = /^mailto:/i.test(href) && !/^mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+/i.test(href);
    const isBadNumber = /^(?:tel|sms):/i.test(href) && (href.match(/\d/g)?.length ?? 0) < 3;
    return isBadMail || isBadNumber ? [broken(link, 'is no working address', 'Correct it.')] : [];
  });
}

/** Relative links and pictures whose file is not among a site's public files. */
export async function checkPublicFiles(links: readonly AnswerLink[], directory: string): Promise<Finding[]> {
  const known = new Map<string, Promise<boolean>>();
  const findings: Finding[] = [];
  for (const link of links.filter(({ href }) => isRelative(href))) {
    let exists = known.get(link.href);
    if (exists === undefined) {
      exists = isPublic(link.href, directory);
      known.set(link.href, exists);
    }
    if (!(await exists)) findings.push(broken(link, `leads to no file in ${directory}`, 'Correct it, or put the file there.'));
  }
  return findings;
}

/** As static servers resolve it: the file, the page of that name, or the folder's index. */
async function isPublic(href: string, directory: string): Promise<boolean> {
  const path = normalize(decoded(href.replace(/[?#].*$/, ''))).replace(/^[\\/]+/, '');
  if (path === '..' || path.startsWith(`..${sep}`)) return false;
  for (const candidate of [path, `${path}.html`, join(path, 'index.html')]) {
    const info = await stat(join(directory, candidate)).catch(() => undefined);
    if (info?.isFile()) return true;
  }
  return false;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const timeLimit = 15_000;
const atOnce = 4;
const userAgent = 'edge-agent check';

/** Asks for every external address once; those that answer with an error, or not at all, are broken. */
export async function checkOnline(links: readonly AnswerLink[], onProgress: (done: number, total: number) => void): Promise<Finding[]> {
  const external = links.filter(({ href }) => isWebAddress(href));
  const addresses = [...new Set(external.map(({ href }) => addressOf(href)))];
  const problems = new Map<string, string>();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let address = addresses[next++]; address !== undefined; address = addresses[next++]) {
      onProgress(next, addresses.length);
      const problem = await problemWith(address);
      if (problem !== undefined) problems.set(address, problem);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return external.flatMap((link) => {
    const problem = problems.get(addressOf(link.href));
    return problem === undefined ? [] : [broken(link, problem, 'Correct it, or take it out.')];
  });
}

function addressOf(href: string): string {
  return (href.startsWith('//') ? `https:${href}` : href).replace(/#.*$/, '');
}

/** Many servers refuse HEAD; those that refuse programs (401, 403, 429) may well serve people. */
async function problemWith(address: string): Promise<string | undefined> {
  try {
    let status = await statusOf(address, 'HEAD');
    if (status >= 400) status = await statusOf(address, 'GET');
    return status >= 400 && ![401, 403, 429].includes(status) ? `answers ${status}` : undefined;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'TimeoutError') return `does not answer within ${timeLimit / 1000} seconds`;
    return 'cannot be reached';
  }
}

async function statusOf(address: string, method: 'HEAD' | 'GET'): Promise<number> {
  const response = await fetch(address, { method, headers: { 'user-agent': userAgent }, signal: AbortSignal.timeout(timeLimit) });
  await response.body?.cancel();
  return response.status;
}

function broken({ unit, kind, href, place }: AnswerLink, what: string, mend: string): Finding {
  const name = { link: 'the link', image: 'the picture', source: 'the source' }[kind];
  return {
    level: 'warning',
    rule: 'broken-link',
    place,
    message: `${name} ${href} of unit "${unit}" ${what}`,
    mend,
    units: [unit],
    quotes: kind === 'source' ? [`source: ${href}`, href] : [`](${href}`, `<${href}`, href],
  };
}
