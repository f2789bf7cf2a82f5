import { plainText } from '../content/answer-document.ts';
import { rightsOf } from '../content/read-rights.ts';
import { type Content, scopeCondition, type Unit } from '../content/unit.ts';
import { defaultPriors } from '../decide/default-calibration.ts';
import { type Guide, guidePrefix } from '../guide/guide.ts';
import { tongues } from '../guide/tongues/tongues.ts';
import { type Journey, journeyPrefix } from '../journey/journey.ts';
import { journeyTongues } from '../journey/tongues/tongues.ts';
import { type Locale, languages } from '../language/locale.ts';
import { Terms } from '../language/terms.ts';
import type { Encoder } from '../retrieve/encoder.ts';
import { indexWords, type TextsOfUnit } from '../retrieve/index-words.ts';
import { allCues } from '../tone/cues/all-cues.ts';
import { calibrationOf, fitCalibration, questionsOf } from './calibrate.ts';
import { writeClassifier } from './classifier-shard.ts';
import { writeCues } from './cues-shard.ts';
import { encodeTexts, phrasingRows } from './encode-texts.ts';
import { writeGuides } from './guides-shard.ts';
import { sha256Hex } from './hash.ts';
import { trainHead } from './head.ts';
import { writeJourneys } from './journeys-shard.ts';
import type { Calibrations, HubModel, LocaleEntry, Manifest, ShardEntry } from './manifest.ts';
import { nudgesIn } from './nudges-in.ts';
import { writeNudges } from './nudges-shard.ts';
import { openBase } from './open-base.ts';
import { writeProducts } from './products-shard.ts';
import { writeTongue } from './tongue-shard.ts';
import { type PackedUnit, writeUnits } from './units-shard.ts';
import { writeVectors } from './vectors-shard.ts';
import { writeWords } from './words-shard.ts';

export interface BuildOptions {
  /** Makes the vectors; left out, the pack rests on words alone. */
  readonly encoder?: Encoder;
  /** Where browsers find the encoder's files, for one that does not come with the agent. */
  readonly hub?: HubModel;
  /** Everyday questions that no site like this one answers, in a locale's language; the confidence learns from them. */
  readonly offTopic?: (locale: Locale) => readonly string[];
  /** Called as the work goes on. */
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

export interface BuiltPack {
  readonly manifest: Manifest;
  /** All files by name, `manifest.json` among them. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Compiles content to a pack. Pure: the same content and encoder give the same bytes. */
export async function buildPack(content: Content, options: BuildOptions = {}): Promise<BuiltPack> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const entries: [Locale, LocaleEntry][] = [];
  const locales = content.site.locales.filter((locale) =>
    [...content.units, ...(content.guides ?? []), ...(content.journeys ?? [])].some((each) => each.variants.has(locale)),
  );
  for (const [index, locale] of locales.entries()) {
    options.onProgress?.(locale, index, locales.length);
    entries.push([locale, await buildLocale(content, locale, files, options)]);
  }
  options.onProgress?.('done', locales.length, locales.length);
  const { encoder, hub } = options;
  const hasGuides = (content.guides ?? []).length > 0;
  const hasJourneys = (content.journeys ?? []).length > 0;
  const words = (hasGuides || hasJourneys ? languages : []).map((language) => {
    const tongue = { ...tongues[language], ...(hasJourneys && { journeys: journeyTongues[language] }) };
    return [language, addShard(files, `${language}.tongue`, writeTongue(tongue))] as const;
  });
  const cues = languages.map((language) => [language, addShard(files, `${language}.cues`, writeCues(allCues[language]))] as const);
  const body: Omit<Manifest, 'version'> = {
    format: 1,
    site: {
      id: content.site.id,
      name: content.site.name,
      ...(content.site.url === undefined ? {} : { url: content.site.url }),
      ...(content.site.voice === undefined ? {} : { voice: content.site.voice }),
    },
    defaultLocale: content.site.locales[0],
    contact: content.site.contact as Manifest['contact'],
    ...(content.rights === undefined ? {} : { rights: rightsOf(content.rights) as Manifest['rights'] }),
    ...(content.risk === undefined ? {} : { risk: content.risk }),
    ...(content.places === undefined ? {} : { places: [...content.places] }),
    terms: content.terms.map((names) => Object.fromEntries(Object.entries(names).map(([locale, list]) => [locale, [...list]]))),
    suggestions: [...content.site.suggestions],
    ...hotEntries(content.units),
    encoder: encoder === undefined ? null : { id: encoder.id, dimensions: encoder.dimensions, sha256: encoder.sha256, ...(hub && { hub }) },
    ...(words.length > 0 ? { tongues: Object.fromEntries(words) } : {}),
    cues: Object.fromEntries(cues),
    locales: Object.fromEntries(entries),
  };
  const version = sha256Hex(new TextEncoder().encode(JSON.stringify(body))).slice(0, 16);
  const manifest: Manifest = { ...body, version };
  files.set('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest)}\n`));
  return { manifest, files };
}

function hotEntries(units: Content['units']): Pick<Manifest, 'hot'> {
  const hot = units.flatMap(({ id, hot: time }) =>
    time === undefined ? [] : [{ unit: id, ...time, ...(time.product && { product: [...time.product] }) }],
  );
  const sorted = hot.sort((a, b) => (a.unit < b.unit ? -1 : 1));
  return sorted.length === 0 ? {} : { hot: sorted as NonNullable<Manifest['hot']> };
}

async function buildLocale(
  content: Content,
  locale: Locale,
  files: Map<string, Uint8Array<ArrayBuffer>>,
  options: BuildOptions,
): Promise<LocaleEntry> {
  const units = content.units.filter((unit) => unit.variants.has(locale));
  const guides = guidesIn(content, locale);
  const journeys = (content.journeys ?? []).flatMap(({ variants }) => variants.get(locale) ?? []);
  const terms = new Terms(content.terms, locale);
  const entries = [
    ...units.map((unit) => unitEntry(unit, locale, terms)),
    ...guides.filter(({ isShared }) => !isShared).map(({ guide }) => guideEntry(guide, terms)),
    ...journeys.map((journey) => journeyEntry(journey, terms)),
  ];
  entries.sort((a, b) => (a.packed.id < b.packed.id ? -1 : 1));
  const texts = entries.map((entry) => entry.texts);
  const unitBytes = writeUnits(entries.map(({ packed }) => packed));
  const guideBytes = guides.length === 0 ? undefined : writeGuides(guides.map(({ guide }) => guide));
  const journeyBytes = journeys.length === 0 ? undefined : writeJourneys(journeys);
  const products = (content.products ?? []).filter((each) => each.locale === locale).map(({ product }) => product);
  const nudges = nudgesIn(content, locale);
  const wordBytes = writeWords(indexWords(texts, locale));
  const { encoder } = options;
  const offTopic = options.offTopic?.(locale) ?? [];
  const meanings = encoder === undefined ? undefined : await encodeTexts(entries, texts, offTopic, encoder);
  const vectorBytes = meanings === undefined ? undefined : writeVectors(phrasingRows(meanings));
  const head = meanings === undefined ? undefined : trainHead(meanings);
  const classifierBytes = head === undefined ? undefined : writeClassifier(head.classifier);
  // The confidence is fitted on the shards as they ship, read back, not on what they were made from.
  const base = openBase(
    locale,
    'pack',
    { units: unitBytes, words: wordBytes, vectors: vectorBytes, classifier: classifierBytes },
    { words: { weights: [], offerWeights: [], answerFrom: 1 } },
  );
  const { precision } = content.site;
  const calibration: Calibrations = {
    words: calibrationOf(base, questionsOf(texts, offTopic), defaultPriors.words, precision),
    ...(meanings !== undefined && {
      vectors: calibrationOf(
        base,
        questionsOf(texts, offTopic, meanings),
        head === undefined ? defaultPriors.vectors : defaultPriors.classifier,
        precision,
        head?.without,
      ),
    }),
    // Nothing in one language tells how questions in another fare.
    ...(head !== undefined && { otherLanguage: fitCalibration([], defaultPriors.otherLanguage, precision) }),
  };
  const add = (kind: string, bytes: Uint8Array<ArrayBuffer>) => addShard(files, `${locale}.${kind}`, bytes);
  return {
    unitCount: units.length,
    calibration,
    units: add('units', unitBytes),
    words: add('words', wordBytes),
    ...(vectorBytes && { vectors: add('vectors', vectorBytes) }),
    ...(classifierBytes && { classifier: add('classifier', classifierBytes) }),
    ...(guideBytes && { guides: add('guides', guideBytes) }),
    ...(journeyBytes && { journeys: add('journeys', journeyBytes) }),
    ...(products.length > 0 && { products: add('products', writeProducts(products)) }),
    ...(nudges.nudges.length > 0 && { nudges: add('nudges', writeNudges(nudges)) }),
  };
}

/** What can be found: a unit, or the entry that a guide has among them. */
interface Entry {
  /** Its own id, for what its words tell. */
  readonly id: string;
  readonly packed: PackedUnit;
  readonly texts: TextsOfUnit;
}

function unitEntry(unit: Unit, locale: Locale, terms: Terms): Entry {
  return { id: unit.id, packed: packUnit(unit, locale), texts: textsOf(unit, locale, terms) };
}

/** A guide is looked for by its title and symptoms; what it asks and mends is its answer. */
function guideEntry(guide: Guide, terms: Terms): Entry {
  const { id, title, symptoms, when } = guide;
  const answer = [...guide.nodes.map(({ question }) => question), ...guide.fixes.map(({ text }) => text)].join('\n');
  const phrasings = [title, ...symptoms].map((phrasing) => terms.canonical(phrasing));
  return {
    id,
    packed: { id: `${guidePrefix}${id}`, title, answer: [], guide: id, ...(when === undefined ? {} : { when }) },
    texts: { phrasings, answer: terms.canonical(answer) },
  };
}

/** A journey is looked for by its title and phrasings; what it asks for is its answer. */
function journeyEntry(journey: Journey, terms: Terms): Entry {
  const { id, title, phrasings, when, slots, steps } = journey;
  const answer = [...slots.flatMap(({ ask }) => ask ?? []), ...steps.flatMap((step) => (step.kind === 'tell' ? step.words : []))];
  return {
    id,
    packed: { id: `${journeyPrefix}${id}`, title, answer: [], journey: id, ...(when === undefined ? {} : { when }) },
    texts: {
      phrasings: [title, ...phrasings].map((phrasing) => terms.canonical(phrasing)),
      answer: terms.canonical(answer.join('\n').replace(/\{[\w.]+\}/g, '')),
    },
  };
}

function guidesIn({ guides = [] }: Content, locale: Locale): { guide: Guide; isShared: boolean }[] {
  return guides.flatMap(({ variants, isShared }) => {
    const guide = variants.get(locale);
    return guide === undefined ? [] : [{ guide, isShared }];
  });
}

/** What is searched, each thing by the site's own name for it. */
function textsOf(unit: Unit, locale: Locale, terms: Terms): TextsOfUnit {
  const variant = unit.variants.get(locale);
  if (variant === undefined) throw new RangeError(`unit ${unit.id} has no ${locale}`);
  const phrasings = [variant.question, ...variant.phrasings, ...(variant.paraphrases ?? [])].map((phrasing) => terms.canonical(phrasing));
  return { phrasings, answer: terms.canonical(plainText(variant.answer)) };
}

function packUnit(unit: Unit, locale: Locale): PackedUnit {
  const variant = unit.variants.get(locale);
  if (variant === undefined) throw new RangeError(`unit ${unit.id} has no ${locale}`);
  const { product, market, audience } = unit.scope;
  const when = scopeCondition(unit.scope);
  const limits = { ...(product && { product }), ...(market && { market }), ...(audience && { audience }) };
  return {
    id: unit.id,
    title: variant.question,
    answer: variant.answer,
    ...(when === true ? {} : { when }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
    ...(unit.risk === 'normal' ? {} : { risk: unit.risk }),
    ...(unit.related.length === 0 ? {} : { related: unit.related }),
    ...(unit.source === undefined ? {} : { source: unit.source }),
  };
}

/** The name holds the hash, so a file once published never changes and can be cached for ever. */
function addShard(files: Map<string, Uint8Array<ArrayBuffer>>, name: string, bytes: Uint8Array<ArrayBuffer>): ShardEntry {
  const sha256 = sha256Hex(bytes);
  const file = `${name}.${sha256.slice(0, 16)}.bin`;
  files.set(file, bytes);
  return { file, sha256, bytes: bytes.length };
}
