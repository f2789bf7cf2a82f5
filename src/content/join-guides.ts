import { type Guide, type GuideFix, type GuideNode, toPerson } from '../guide/guide.ts';
import type { Locale } from '../language/locale.ts';
import type { AuthoredGuide } from './authored-guide.ts';
import type { IssueList } from './issue.ts';

const reference = /^guide:(.+)$/;
/** Guides within guides within guides: more is a mistake. */
const deepest = 5;

/**
 * Puts the questions and fixes of shared guides into those that lead to them (`next: guide:<id>`), under ids with the
 * shared guide's before them, so that a visitor's device has each guide in one piece.
 */
export function joinGuides(guides: readonly AuthoredGuide[], issues: IssueList): AuthoredGuide[] {
  const byId = new Map<string, AuthoredGuide>();
  for (const guide of guides) {
    const known = byId.get(guide.id);
    if (known === undefined) byId.set(guide.id, guide);
    else issues.add(guide.place, `guide "${guide.id}" stands in ${known.place.file} too`, 'Give one of the two another id.');
  }
  return [...byId.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((guide) => ({
      ...guide,
      variants: new Map(Array.from(guide.variants, ([locale, variant]) => [locale, joined(guide, variant, locale, byId, issues)])),
    }));
}

function joined(owner: AuthoredGuide, guide: Guide, locale: Locale, byId: ReadonlyMap<string, AuthoredGuide>, issues: IssueList): Guide {
  const nodes = new Map<string, GuideNode>();
  const fixes = new Map<string, GuideFix>();
  const missing = new Set<string>();
  const starts = new Map<string, string>();
  const include = (source: Guide, prefix: string, depth: number): void => {
    const lead = (to: string | undefined): string | undefined => {
      const shared = to === undefined ? undefined : reference.exec(to)?.[1];
      if (to === undefined || to === toPerson) return to;
      if (shared === undefined) return `${prefix}${to}`;
      const known = starts.get(shared);
      if (known !== undefined) return known;
      const target = byId.get(shared);
      const variant = target?.variants.get(locale) ?? target?.variants.values().next().value;
      const first = variant?.start ?? variant?.nodes[0]?.id;
      if (variant === undefined || first === undefined || shared === owner.id || depth >= deepest) {
        missing.add(shared);
        return toPerson;
      }
      starts.set(shared, `${shared}/${first}`);
      include(variant, `${shared}/`, depth + 1);
      return starts.get(shared);
    };
    for (const node of source.nodes) {
      const options = node.options.map((option) => (option.next === undefined ? option : { ...option, next: lead(option.next) as string }));
      nodes.set(`${prefix}${node.id}`, { ...node, id: `${prefix}${node.id}`, options });
    }
    for (const fix of source.fixes) {
      const otherwise = lead(fix.otherwise);
      fixes.set(`${prefix}${fix.id}`, { ...fix, id: `${prefix}${fix.id}`, ...(otherwise === undefined ? {} : { otherwise }) });
    }
  };
  include(guide, '', 0);
  for (const id of missing)
    issues.add(owner.place, `it leads to guide:${id}, and there is no such guide to go on with`, 'Correct the id, or add the guide.');
  const own = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const [ownNodes, ownFixes] = [own(guide.nodes), own(guide.fixes)];
  const ordered = <Part extends { id: string }>(parts: ReadonlyMap<string, Part>, first: ReadonlySet<string>) => [
    ...[...parts.values()].filter(({ id }) => first.has(id)),
    ...[...parts.values()].filter(({ id }) => !first.has(id)),
  ];
  return { ...guide, nodes: ordered(nodes, ownNodes), fixes: ordered(fixes, ownFixes) };
}
