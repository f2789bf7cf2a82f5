import type { Guide, GuideNode } from '../../guide/guide.ts';
import { toPerson } from '../../guide/guide.ts';
import { normalizeText } from '../../language/normalize.ts';
import { tokenize } from '../../language/tokens.ts';
import type { AuthoredGuide } from '../authored-guide.ts';
import type { Content } from '../unit.ts';
import { checkLocales } from './check-locales.ts';
import type { Finding } from './finding.ts';
import { reach, reversed } from './reach.ts';

/** What is likely to leave a visitor stranded in a guide. */
export function checkGuides({ site, guides = [] }: Content, today: string): Finding[] {
  return guides.flatMap((guide) => {
    const [first] = guide.variants;
    if (first === undefined) return [];
    return [
      ...checkWays(guide, first[1]),
      ...endlessLoops(guide),
      ...checkSymptoms(guide),
      ...Array.from(guide.variants, ([locale, variant]) => variant.nodes.flatMap((node) => checkOptions(guide, node, locale))).flat(),
      ...first[1].nodes.flatMap((node) => checkRanges(guide, node)),
      ...checkLocales('guide', guide, site.locales),
      ...checkReview(guide, today),
    ];
  });
}

/** Unreachable questions and fixes, and answers that lead nowhere. */
function checkWays(guide: AuthoredGuide, variant: Guide): Finding[] {
  const findings: Finding[] = [];
  const ways = waysOf(variant);
  const starts = startsOf(variant);
  const reached = reach(starts, ways);
  for (const { id } of [...variant.nodes, ...variant.fixes]) {
    if (!reached.has(id))
      findings.push(warn(guide, id, 'unreachable', `nothing leads to "${id}"`, 'Lead an answer to it, or remove it.', [id]));
  }
  if (variant.start === undefined) return findings;
  for (const node of variant.nodes) {
    const open = node.options.filter(({ next }) => next === undefined);
    if (open.length > 0)
      findings.push(
        warn(guide, node.id, 'dead-end', `the answer "${open[0]?.label}" to "${node.id}" leads nowhere`, 'Say what follows (next).', [
          open[0]?.label ?? '',
        ]),
      );
  }
  return findings;
}

/** Questions that a visitor comes to and that no answer ever leads away from, to a fix or a person: an error, since nobody gets out. */
export function endlessLoops(guide: AuthoredGuide): Finding[] {
  const [variant] = guide.variants.values();
  if (variant?.start === undefined) return [];
  const ways = waysOf(variant);
  const reached = reach(startsOf(variant), ways);
  const open = variant.nodes.filter(({ options }) => options.some(({ next }) => next === undefined));
  const leadingOut = reach([toPerson, ...[...variant.fixes, ...open].map(({ id }) => id)], reversed(ways));
  return variant.nodes
    .filter(({ id }) => reached.has(id) && !leadingOut.has(id))
    .map(({ id }) => {
      const message = `from "${id}" no answer ever leads to a fix or a person`;
      const mend = 'Lead one of the answers out of the loop.';
      return { ...warn(guide, id, 'endless-loop', message, mend, [id]), level: 'error' };
    });
}

function startsOf({ start, nodes, causes = [] }: Guide): string[] {
  return start === undefined ? [...nodes.map(({ id }) => id), ...causes.map(({ fix }) => fix)] : [start];
}

/** Locales in which nobody can tell of the fault but by the guide's title; guides that only others lead to need no words. */
function checkSymptoms(guide: AuthoredGuide): Finding[] {
  const silent = guide.isShared ? [] : [...guide.variants].filter(([, { symptoms }]) => symptoms.length === 0).map(([locale]) => locale);
  if (silent.length === 0) return [];
  const message = `guide "${guide.id}" has no symptoms in ${silent.join(', ')}: visitors find it by its title alone`;
  const mend = 'Add what visitors say when they have this fault (symptoms); five good ones help a lot.';
  return [{ level: 'warning', rule: 'no-symptoms', place: guide.place, message, mend, units: [guide.id], quotes: ['title:'] }];
}

function waysOf({ nodes, fixes }: Guide): Map<string, string[]> {
  const ways = new Map<string, string[]>();
  for (const { id, options } of nodes)
    ways.set(
      id,
      options.flatMap(({ next }) => next ?? []),
    );
  for (const { id, otherwise } of fixes) ways.set(id, otherwise === undefined ? [] : [otherwise]);
  return ways;
}

/** Answers that say the same, in the same words or in words that count for nothing. */
function checkOptions(guide: AuthoredGuide, node: GuideNode, locale: string): Finding[] {
  const owners = new Map<string, string>();
  for (const { id, label, phrasings = [] } of node.options) {
    for (const words of [label, ...phrasings]) {
      const key =
        tokenize(words, locale)
          .map(({ term }) => term)
          .sort()
          .join(' ') || normalizeText(words);
      const owner = owners.get(key);
      if (owner !== undefined && owner !== id)
        return [
          warn(
            guide,
            node.id,
            'same-options',
            `two answers to "${node.id}" cannot be told apart: "${words}"`,
            'Word them so that a visitor sees the difference.',
            [words],
          ),
        ];
      owners.set(key, id);
    }
  }
  return [];
}

/** Answers that stand for the same numbers; "up to 20" and "from 20 on" meet, which authors mean and readers do not mind. */
function checkRanges(guide: AuthoredGuide, { id, options }: GuideNode): Finding[] {
  const ranges = options
    .filter(({ from, to }) => from !== undefined || to !== undefined)
    .map(({ label, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) => ({ label, from, to }));
  return ranges.flatMap((range, index) => {
    const other = ranges.slice(0, index).find(({ from, to }) => Math.max(from, range.from) < Math.min(to, range.to));
    if (other === undefined) return [];
    const message = `two answers to "${id}" stand for the same numbers: "${other.label}" and "${range.label}"`;
    return [warn(guide, id, 'overlapping-ranges', message, 'Let one range end where the next begins (from, to).', [range.label])];
  });
}

function checkReview(guide: AuthoredGuide, today: string): Finding[] {
  if (guide.review === undefined || guide.review >= today) return [];
  const message = `guide "${guide.id}" was to be read again by ${guide.review}`;
  return [
    { level: 'warning', rule: 'overdue-review', place: guide.place, message, mend: 'Read it, and set the next date.', units: [guide.id] },
  ];
}

function warn(guide: AuthoredGuide, at: string, rule: Finding['rule'], message: string, mend: string, quotes: readonly string[]): Finding {
  return { level: 'warning', rule, place: guide.placeOf(at), message, mend, units: [guide.id], quotes };
}
