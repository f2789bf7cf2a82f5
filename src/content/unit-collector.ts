import type { Locale } from '../language/locale.ts';
import { displayText } from '../language/normalize.ts';
import type { IssueList } from './issue.ts';
import type { Place, Unit, UnitVariant } from './unit.ts';

/** In characters. */
export const longestId = 200;

type UnitFacts = Omit<Unit, 'variants'>;

interface Entry {
  readonly variants: Map<Locale, UnitVariant>;
  /** Where the unit was first met. */
  readonly place: Place;
  facts?: { readonly unit: UnitFacts; readonly place: Place };
  /** Facts from the words of another locale; they count where there are no others. */
  readonly besides: { readonly unit: UnitFacts; readonly place: Place }[];
}

/** Gathers the variants of each unit from wherever they stand, and says where two files claim the same one. */
export class UnitCollector {
  private readonly units = new Map<string, Entry>();

  constructor(private readonly issues: IssueList) {}

  addUnit(unit: UnitFacts, place: Place): void {
    const entry = this.entry(unit.id, place);
    if (entry.facts === undefined) entry.facts = { unit, place };
    else this.repeated(unit.id, entry.facts.place, place);
  }

  /** For a file in another locale than the default one that tells of the unit as a whole. */
  addUnitBesides(unit: UnitFacts, place: Place): void {
    this.entry(unit.id, place).besides.push({ unit, place });
  }

  addVariant(id: string, locale: Locale, variant: UnitVariant): void {
    const { variants } = this.entry(id, variant.place);
    const known = variants.get(locale);
    if (known === undefined) {
      variants.set(locale, variant);
      return;
    }
    const { file, line } = known.place;
    this.issues.add(variant.place, `unit "${id}" has its words in ${locale} in ${file}:${line} too`, 'Keep one of the two.');
  }

  /** All units in ascending order of id. */
  finish(): Unit[] {
    const finished: Unit[] = [];
    for (const [id, entry] of this.units) {
      const facts = entry.facts ?? entry.besides.shift();
      for (const { place } of entry.besides) if (facts !== undefined) this.repeated(id, facts.place, place);
      if (facts === undefined) {
        this.issues.add(
          entry.place,
          `there is no unit "${id}" in the default locale`,
          `Add ${id}.md beside it, or correct the name. Where it is to have no words in the default locale, say so by writing what holds for the whole unit (source, owner, risk …) here.`,
        );
      } else if (entry.variants.size > 0) finished.push({ ...facts.unit, variants: entry.variants });
    }
    return finished.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private repeated(id: string, first: Place, second: Place): void {
    const mend =
      first.file === second.file
        ? 'Give one of the two another id, or join them.'
        : 'Give one of the two another id, or keep what holds for the whole unit (source, owner, scope …) in one of them.';
    this.issues.add(second, `unit "${id}" stands in ${first.file}:${first.line} too`, mend);
  }

  private entry(id: string, place: Place): Entry {
    let entry = this.units.get(id);
    if (entry === undefined) {
      entry = { variants: new Map(), place, besides: [] };
      this.units.set(id, entry);
      this.checkId(id, place);
    }
    return entry;
  }

  private checkId(id: string, place: Place): void {
    if (id === '') this.issues.add(place, 'the unit has no id', 'Name the file <id>.md, or write an id.');
    else if (id.length > longestId)
      this.issues.add(place, `the unit’s id has ${id.length} characters`, `Use an id of at most ${longestId}.`);
    else if (displayText(id) !== id || id.startsWith('page:'))
      this.issues.add(
        place,
        `"${displayText(id)}" cannot be a unit’s id`,
        'Use letters, digits, hyphens and dots; "page:" is for what a page says.',
      );
  }
}
