import type { ReturnPlace } from '../journey/journey.ts';
import { type Locale, languageOf } from '../language/locale.ts';
import type { Limits } from '../nudge/nudge.ts';
import type { RiskLimits } from '../policy/risk.ts';
import type { AuthoredGuide } from './authored-guide.ts';
import type { AuthoredJourney } from './authored-journey.ts';
import { authoredLocale, localeMend } from './authored-locale.ts';
import type { AuthoredNudge } from './authored-nudge.ts';
import { IssueList } from './issue.ts';
import { joinGuides } from './join-guides.ts';
import { joinNudges } from './join-nudges.ts';
import { readCsvUnits } from './read-csv.ts';
import { readGuide } from './read-guide.ts';
import { readJourney } from './read-journey.ts';
import { readMarkdownUnit } from './read-markdown.ts';
import { readNudge } from './read-nudge.ts';
import { paraphrasesFile, withParaphrases } from './read-paraphrases.ts';
import { type AuthoredProduct, readProducts } from './read-products.ts';
import { type AuthoredRight, readPlaces, readRights, readRisk } from './read-rights.ts';
import { readTerms, termsFile } from './read-terms.ts';
import { readYamlAsFar } from './read-yaml.ts';
import { readYamlUnits } from './read-yaml-units.ts';
import { type SiteFile, siteSchema } from './schema.ts';
import { isReadableText } from './source-text.ts';
import type { Contact, Content, Site } from './unit.ts';
import { UnitCollector } from './unit-collector.ts';

/** One authored file: path relative to the content directory with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface ReadContent {
  /** Undefined where anything is wrong. */
  readonly content: Content | undefined;
  /** What could be read, whatever else is wrong; undefined where not even the site's settings could. */
  readonly readable: Content | undefined;
  readonly issues: IssueList['issues'];
}

export const siteFile = 'edge-agent.yaml';
const defaultPrecision = 0.95;

/** Reads a content directory's files: `edge-agent.yaml`, `units/**` in Markdown and YAML, `guides/**`, `journeys/**` and `nudges/**` in YAML, `products/**` in JSON-LD, and any table. */
export function readContentDirectory(files: readonly SourceFile[], builtIn: ReadonlyMap<string, string> = new Map()): ReadContent {
  const issues = new IssueList();
  const collector = new UnitCollector(issues);
  const settings = readSite(files, issues);
  if (settings === undefined) return { content: undefined, readable: undefined, issues: issues.issues };
  const { site, rights, risk, places, lineOf } = settings;
  const guides: AuthoredGuide[] = [];
  const journeys: AuthoredJourney[] = [];
  const nudges: AuthoredNudge[] = [];
  const products: AuthoredProduct[] = [];
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (/\.csv$/i.test(path) && path !== termsFile && path !== paraphrasesFile) readCsvUnits(text, path, collector, issues);
    else if (/^guides\/.*\.ya?ml$/i.test(path) && isReadableText(text, path, issues)) {
      const guide = readGuide(text, path, site.locales[0], issues);
      if (guide !== undefined) guides.push(guide);
    } else if (/^journeys\/.*\.ya?ml$/i.test(path) && isReadableText(text, path, issues)) {
      const journey = readJourney(text, path, site.locales, issues);
      if (journey !== undefined) journeys.push(journey);
    } else if (/^nudges\/.*\.ya?ml$/i.test(path) && isReadableText(text, path, issues)) {
      const nudge = readNudge(text, path, site.locales[0], issues);
      if (nudge !== undefined) nudges.push(nudge);
    } else if (/^products\/.*\.json$/i.test(path) && isReadableText(text, path, issues)) {
      products.push(...readProducts(text, path, site.locales[0], issues));
    } else if (/^units\/.*\.(?:md|ya?ml)$/i.test(path) && isReadableText(text, path, issues)) {
      if (/\.md$/i.test(path)) readMarkdownUnit(text, path, site.locales[0], collector, issues);
      else readYamlUnits(text, path, collector, issues);
    }
  }
  addBuiltIn(settings, builtIn, journeys, issues);
  const terms = readTerms(files.find(({ path }) => path === termsFile)?.text ?? 'term,locale,name', issues);
  const found = finish(site, siteFile, collector, joinGuides(guides, issues), joinJourneys(journeys, settings, issues), issues);
  const made = files.find(({ path }) => path === paraphrasesFile);
  const joined = joinNudges(nudges, found, issues);
  const read = {
    ...found,
    ...(rights.length > 0 && { rights }),
    ...(Object.keys(risk).length > 0 && { risk }),
    ...(places.length > 0 && { places }),
    ...(joined.length === 0 ? {} : { nudges: joined }),
    ...(products.length === 0 ? {} : { products }),
    terms,
    units: made === undefined ? found.units : withParaphrases(found.units, made.text, issues),
  };
  site.suggestions.forEach((id, index) => {
    if (!read.units.some((unit) => unit.id === id)) {
      const place = { file: siteFile, line: lineOf(['suggestions', index]) };
      issues.add(place, `"suggestions" names "${id}", and there is no such unit`, 'Correct the id, or remove it.');
    }
  });
  return result(read, issues);
}

/** Reads a single table as a whole site's content; the locales are those that occur, the first one the default. */
export function readContentTable(file: SourceFile): ReadContent {
  const issues = new IssueList();
  const collector = new UnitCollector(issues);
  const locales = readCsvUnits(file.text, file.path, collector, issues);
  const name = (file.path.split('/').pop() ?? 'site').replace(/\.csv$/i, '');
  const site: Site = {
    id: name,
    name,
    locales: [locales[0] ?? 'en', ...locales.slice(1)],
    contact: {},
    suggestions: [],
    precision: defaultPrecision,
  };
  return result(finish(site, file.path, collector, [], [], issues), issues);
}

/** The built-in journeys that the settings switch on and no file replaces, in those of their locales that the site has. */
function addBuiltIn(
  { site, wanted, lineOf }: Settings,
  builtIn: ReadonlyMap<string, string>,
  journeys: AuthoredJourney[],
  issues: IssueList,
): void {
  wanted.forEach((id, index) => {
    if (journeys.some((each) => each.id === id)) return;
    const text = builtIn.get(id);
    const journey = text === undefined ? undefined : readJourney(text, `built-in/${id}.yaml`, ['en'], issues);
    if (journey === undefined) {
      const place = { file: siteFile, line: lineOf(['journeys', index]) };
      issues.add(place, `there is no journey "${id}"`, `Write one of ${[...builtIn.keys()].join(', ')}, or add journeys/${id}.yaml.`);
      return;
    }
    const variants = site.locales.flatMap((locale) => {
      const variant = journey.variants.get(locale) ?? journey.variants.get(languageOf(locale));
      return variant === undefined ? [] : [[locale, variant] as const];
    });
    journeys.push({ ...journey, variants: new Map(variants), gaps: [] });
  });
}

/** Each id once; order numbers have the site's form where a journey states none. */
function joinJourneys(journeys: readonly AuthoredJourney[], { orderNumber }: Settings, issues: IssueList): AuthoredJourney[] {
  const byId = new Map<string, AuthoredJourney>();
  for (const journey of journeys) {
    const known = byId.get(journey.id);
    if (known !== undefined)
      issues.add(journey.place, `journey "${journey.id}" stands in ${known.place.file} too`, 'Give one of the two another id.');
    else byId.set(journey.id, orderNumber === undefined ? journey : withPattern(journey, orderNumber));
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function withPattern(journey: AuthoredJourney, pattern: string): AuthoredJourney {
  const variants = Array.from(journey.variants, ([locale, variant]) => {
    const slots = variant.slots.map((slot) => (slot.type === 'order-number' && slot.pattern === undefined ? { ...slot, pattern } : slot));
    return [locale, { ...variant, slots }] as const;
  });
  return { ...journey, variants: new Map(variants) };
}

function finish(
  site: Site,
  file: string,
  collector: UnitCollector,
  guides: readonly AuthoredGuide[],
  journeys: readonly AuthoredJourney[],
  issues: IssueList,
): Content {
  const units = collector.finish();
  const listed = new Set(site.locales);
  for (const unit of units) {
    for (const [locale, { place }] of unit.variants) {
      if (!listed.has(locale)) {
        issues.add(
          place,
          `unit "${unit.id}" has words in ${locale}, which the site does not list`,
          `Add ${locale} to "locales" in ${siteFile}, or correct the locale.`,
        );
      }
    }
  }
  const flows = [...guides.map((guide) => ['guide', guide] as const), ...journeys.map((journey) => ['journey', journey] as const)];
  for (const [kind, each] of flows) {
    for (const locale of each.variants.keys()) {
      if (!listed.has(locale))
        issues.add(
          each.place,
          `${kind} "${each.id}" has words in ${locale}, which the site does not list`,
          `Add ${locale} to "locales" in ${siteFile}, or correct the locale.`,
        );
    }
  }
  if (units.length + flows.length === 0 && issues.issues.length === 0) {
    issues.add(
      { file, line: 1 },
      'there is not a single unit',
      'Add one as units/<id>.md, or a row to a table with the columns unit,locale,question,answer.',
    );
  }
  return { site, terms: [], units, ...(guides.length === 0 ? {} : { guides }), ...(journeys.length === 0 ? {} : { journeys }) };
}

function result(content: Content, issues: IssueList): ReadContent {
  return { content: issues.issues.length === 0 ? content : undefined, readable: content, issues: issues.issues };
}

/** The site's settings, with the line on which each stands. */
interface Settings {
  readonly site: Site;
  readonly rights: readonly AuthoredRight[];
  readonly risk: RiskLimits;
  readonly places: readonly ReturnPlace[];
  /** Built-in journeys that are switched on. */
  readonly wanted: readonly string[];
  readonly orderNumber: string | undefined;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

function readSite(files: readonly SourceFile[], issues: IssueList): Settings | undefined {
  const settings = files.find(({ path }) => path === siteFile);
  if (settings === undefined) {
    const misnamed = files.find(({ path }) => path === 'edge-agent.yml');
    issues.add(
      { file: siteFile, line: 1 },
      'the file is missing',
      misnamed !== undefined
        ? 'Rename edge-agent.yml to edge-agent.yaml.'
        : 'Create it with the site’s id, name and locales:\n      site: {id: shop, name: My shop}\n      locales: [en]',
    );
    return undefined;
  }
  if (!isReadableText(settings.text, siteFile, issues)) return undefined;
  const read = readYamlAsFar(settings.text, siteSchema, siteFile, issues);
  if (read === undefined) return undefined;
  const { site, locales: tags, contact, suggestions, policy, journeys, nudges } = read.data;
  const locales: Locale[] = [];
  tags.forEach((tag, index) => {
    const locale = authoredLocale(tag);
    if (locale === undefined) issues.add({ file: siteFile, line: read.lineOf(['locales', index]) }, `"${tag}" is not a locale`, localeMend);
    else if (!locales.includes(locale)) locales.push(locale);
  });
  const [first, ...rest] = locales;
  if (first === undefined) return undefined;
  const known: Site = {
    id: site.id,
    name: site.name,
    ...(site.url === undefined ? {} : { url: site.url }),
    ...(site.voice === undefined ? {} : { voice: site.voice }),
    locales: [first, ...rest],
    contact: contactOf(contact, first, read.lineOf, issues),
    suggestions,
    precision: policy.precision ?? defaultPrecision,
    ...(Object.keys(nudges).length === 0 ? {} : { nudgeLimits: limitsOf(nudges) }),
  };
  const placeAt = (path: readonly PropertyKey[]) => ({ file: siteFile, line: read.lineOf(path) });
  return {
    site: known,
    rights: readRights(policy.rights ?? {}, first, placeAt, issues),
    risk: readRisk(policy.risk ?? {}, placeAt, issues),
    places: readPlaces(policy.places ?? [], placeAt, issues),
    wanted: journeys,
    orderNumber: read.data['order-number'],
    lineOf: read.lineOf,
  };
}

function limitsOf({ gap, ...nudges }: SiteFile['nudges']): Partial<Limits> {
  const { 'per-visit': perVisit, 'per-day': perDay } = nudges;
  return {
    ...(perVisit === undefined ? {} : { perVisit }),
    ...(perDay === undefined ? {} : { perDay }),
    ...(gap === undefined ? {} : { gap }),
  };
}

function contactOf(
  { email, phone, url, hours }: SiteFile['contact'],
  defaultLocale: Locale,
  lineOf: (path: readonly PropertyKey[]) => number,
  issues: IssueList,
): Contact {
  const hoursByLocale: [Locale, string][] = [];
  for (const [tag, text] of typeof hours === 'string' ? [[defaultLocale, hours] as const] : Object.entries(hours ?? {})) {
    const locale = authoredLocale(tag);
    if (locale !== undefined) hoursByLocale.push([locale, text]);
    else issues.add({ file: siteFile, line: lineOf(['contact', 'hours', tag]) }, `"${tag}" is not a locale`, localeMend);
  }
  return {
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(url === undefined ? {} : { url }),
    ...(hours === undefined ? {} : { hours: Object.fromEntries(hoursByLocale) }),
  };
}
