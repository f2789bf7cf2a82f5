import type { AuthoredNudge } from './authored-nudge.ts';
import type { IssueList } from './issue.ts';
import type { Content } from './unit.ts';

/** The nudges by id, each of which leads to something that there is, in locales that the site has. */
export function joinNudges(nudges: readonly AuthoredNudge[], content: Content, issues: IssueList): AuthoredNudge[] {
  const byId = new Map<string, AuthoredNudge>();
  for (const nudge of nudges) {
    const known = byId.get(nudge.id);
    if (known === undefined) byId.set(nudge.id, nudge);
    else issues.add(nudge.place, `nudge "${nudge.id}" stands in ${known.place.file} too`, 'Give one of the two another id.');
    checkStep(nudge, content, issues);
    for (const locale of nudge.wordings.keys())
      if (!content.site.locales.includes(locale))
        issues.add(
          nudge.placeOf(['message', locale]),
          `nudge "${nudge.id}" has words in ${locale}, which the site does not list`,
          `Add ${locale} to "locales" in edge-agent.yaml, or correct the locale.`,
        );
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A next step into nothing is no next step. */
function checkStep({ next, placeOf }: AuthoredNudge, { units, guides = [], journeys = [] }: Content, issues: IssueList): void {
  const mend = 'Correct the id, or add what it names.';
  const unknownUnits = (ids: readonly string[]) => ids.filter((id) => !units.some((unit) => unit.id === id));
  const wanted = next.to === 'unit' ? [next.id] : next.to === 'topics' ? next.units : next.to === 'offer' && next.unit ? [next.unit] : [];
  for (const id of unknownUnits(wanted)) issues.add(placeOf(['next', next.to]), `there is no unit "${id}" to lead to`, mend);
  if (next.to === 'guide' && !guides.some(({ id }) => id === next.id))
    issues.add(placeOf(['next', 'guide']), `there is no guide "${next.id}" to lead to`, mend);
  if (next.to === 'journey' && !journeys.some(({ id }) => id === next.id))
    issues.add(placeOf(['next', 'journey']), `there is no journey "${next.id}" to lead to`, mend);
}
