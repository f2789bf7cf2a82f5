import { guidePrefix } from '../../guide/guide.ts';
import { journeyPrefix } from '../../journey/journey.ts';
import { type Content, type Place, relatedPerson, type Unit } from '../unit.ts';
import { type Finding, namesOf, placeOf } from './finding.ts';

/** Who looks after the units: sources, owners, reviews, translations, relations. */
export function checkCare(content: Content, settings: Place, today: string): Finding[] {
  return [...reviews(content, today), ...relations(content), ...locales(content, settings), ...gaps(content, settings)];
}

function reviews({ site, units }: Content, today: string): Finding[] {
  return units
    .filter(({ review }) => review !== undefined && review < today)
    .map((unit) => ({
      level: 'warning',
      rule: 'overdue-review',
      place: placeOf(unit, site),
      message: `unit "${unit.id}" was to be reviewed by ${unit.review}`,
      mend: 'Read it again and set a new review date.',
      units: [unit.id],
      quotes: [`review: ${unit.review}`, 'review:'],
    }));
}

function relations({ site, units, guides = [], journeys = [] }: Content): Finding[] {
  const known = new Set([
    relatedPerson,
    ...units.map(({ id }) => id),
    ...guides.map(({ id }) => guidePrefix + id),
    ...journeys.map(({ id }) => journeyPrefix + id),
  ]);
  return units.flatMap((unit) =>
    unit.related
      .filter((id) => !known.has(id) || id === unit.id)
      .map(
        (id): Finding => ({
          level: 'warning',
          rule: 'unknown-related',
          place: placeOf(unit, site),
          message:
            id === unit.id ? `unit "${unit.id}" is related to itself` : `unit "${unit.id}" is related to "${id}", which does not exist`,
          mend: 'Correct the id, or take it out of "related".',
          units: [unit.id],
          quotes: [id],
        }),
      ),
  );
}

/** One finding a locale: where half of the content waits for translation, a line for each unit would hide the rest. */
function locales({ site, units }: Content, settings: Place): Finding[] {
  return site.locales.flatMap((locale): Finding[] => {
    const missing = units.filter(({ variants }) => !variants.has(locale)).map(({ id }) => id);
    if (missing.length === 0) return [];
    return [
      {
        level: 'note',
        rule: 'missing-locale',
        place: settings,
        message: `${missing.length} of ${units.length} units have no words in ${locale}: ${namesOf(missing)}`,
        mend: `Visitors get them in another locale; translate those that are asked for most.`,
        units: missing,
      },
    ];
  });
}

function gaps({ units }: Content, settings: Place): Finding[] {
  const list = (rule: Finding['rule'], isMissing: (unit: Unit) => boolean, what: string, mend: string): Finding[] => {
    const missing = units.filter(isMissing).map(({ id }) => id);
    if (missing.length === 0) return [];
    return [
      {
        level: 'note',
        rule,
        place: settings,
        message: `${missing.length} of ${units.length} units have ${what}: ${namesOf(missing)}`,
        mend,
        units: missing,
      },
    ];
  };
  const hasOnePhrasing = ({ variants }: Unit) => ![...variants.values()].some(({ phrasings }) => phrasings.length > 0);
  return [
    ...list(
      'no-source',
      ({ source }) => source === undefined,
      'no source',
      'Write where the answer comes from as "source", so that it can be checked.',
    ),
    ...list('no-owner', ({ owner }) => owner === undefined, 'no owner', 'Write who answers for them as "owner".'),
    ...list('one-phrasing', hasOnePhrasing, 'only one phrasing', 'Add how people ask for it in their own words as "phrasings".'),
  ];
}
