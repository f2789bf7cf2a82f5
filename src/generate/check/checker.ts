import { type AnswerDocument, type Block, type Inline, plainText } from '../../content/answer-document.ts';
import { fold } from '../../language/fold.ts';
import { type Language, type Locale, spokenLanguage } from '../../language/locale.ts';
import { addressesOf, namesOf, withoutAddresses } from '../../language/names.ts';
import { normalizeText } from '../../language/normalize.ts';
import type { Encoder } from '../../retrieve/encoder.ts';
import { calibration } from './calibration.ts';
import { type CheckWord, checkWords } from './check-words.ts';
import { aroundDenial, type Polarity, polarityOf } from './negation.ts';
import { passagesOf } from './passages.ts';
import { bearsOut, type Quantity, quantitiesOf } from './quantities.ts';
import { clausesOf, sentencesOf } from './sentences.ts';

/** A unit that a reply may rest on, in the words that the model was given. */
export interface Source {
  readonly title: string;
  readonly locale: Locale;
  readonly document: AnswerDocument;
}

/** What a sentence fails on, or `meaning` where it is only too far from what the sources say. */
export type Doubt = 'number' | 'name' | 'address' | 'row' | 'negation' | 'meaning' | 'empty';

export interface Verdict {
  readonly isSupported: boolean;
  /** Probability that the sources bear the sentence out; 0 where a number, name or address is not theirs. */
  readonly support: number;
  readonly doubt?: Doubt;
}

interface Clause {
  readonly text: string;
  readonly words: readonly CheckWord[];
  readonly quantities: readonly Quantity[];
  readonly polarity: Polarity;
  /** Terms that it denies. */
  readonly denied: ReadonlySet<string>;
}

interface KnownPassage {
  /** All terms that the passage stands for, those of what it is about included. */
  readonly terms: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  readonly names: ReadonlySet<string>;
  readonly clauses: readonly Clause[];
  readonly keys: readonly (readonly ReadonlySet<string>[])[];
  readonly group?: number;
}

/** Below this cosine two words have nothing to do with each other; from the second on they say the same. */
const leastCosine = 0.35;
const fullCosine = 0.75;
/** The calibration puts what it lets pass at one half and above. */
const supportedFrom = 0.5;
/** What an agreement is worth that rests on a word such as "only" or "except". */
const openShare = 0.85;
/** What a turned word tells in a clause that says "only" or "except". */
const openTurn = 0.5;
/** What a word counts that both use alike, against one that they do not. */
const alikeShare = 0.3;
/** Clauses that have less than this in common speak of different things. */
const leastOverlap = 0.3;

/**
 * Checks sentences against the units that a reply cites: numbers, names, dates and addresses have to be theirs, a "not"
 * too, and what is said besides has to be near to what they say, by words and by the encoder's vectors. Pure but for the
 * encoder; without one, words alone count.
 */
export class SentenceChecker {
  private readonly polarities: ReadonlyMap<string, ReadonlySet<boolean>>;
  private readonly passagesWith: Map<string, number[]>;

  private constructor(
    private readonly language: Language,
    private readonly locale: Locale,
    private readonly passages: readonly KnownPassage[],
    private readonly vocabulary: Vocabulary,
    private readonly text: string,
    private readonly titleTerms: ReadonlySet<string>,
    private readonly titleNames: ReadonlySet<string>,
    private readonly addresses: ReadonlySet<string>,
    private readonly names: ReadonlySet<string>,
    private readonly titleQuantities: readonly Quantity[],
  ) {
    this.polarities = polaritiesOf(passages);
    this.passagesWith = new Map();
    passages.forEach(({ terms }, index) => {
      for (const term of terms) this.passagesWith.set(term, [...(this.passagesWith.get(term) ?? []), index]);
    });
  }

  /** Reads the sources once, for any number of sentences. All are in one language, that of `locale`. */
  static async over(sources: readonly Source[], locale: Locale, encoder?: Encoder): Promise<SentenceChecker> {
    const language = spokenLanguage(locale);
    const titles = sources.map(({ title }) => title).join('\n');
    const text = sources.map(({ title, document }) => `${title}\n${plainText(document)}`).join('\n');
    const passages = sources.flatMap(({ document }, source) => knownPassages(document, source, locale, language));
    const titleWords = checkWords(titles, locale, language);
    const words = [...titleWords, ...checkWords(text, locale, language)];
    const addresses = [...addressesOf(text), ...sources.flatMap(({ document }) => hrefsOf(document).flatMap(addressesOf))];
    return new SentenceChecker(
      language,
      locale,
      passages,
      await Vocabulary.of(
        words,
        passages.flatMap(({ clauses }) => clauses.map((clause) => clause.text)),
        encoder,
      ),
      normalizeText(text),
      new Set(titleWords.map(({ term }) => term)),
      new Set(namesOf(`, ${titles}`, language).map((name) => name.text)),
      new Set(addresses),
      new Set([...namesOf(text, language).map((name) => name.text), ...words.map(({ word }) => word)]),
      quantitiesOf(titles, language),
    );
  }

  /** Whether the sources bear a sentence out. */
  async check(sentence: string): Promise<Verdict> {
    const parts = sentencesOf(sentence);
    let weakest: Verdict | undefined;
    for (const part of parts.length === 0 ? [sentence] : parts) {
      const verdict = await this.checkOne(part);
      // Two sentences in one are as good as the weaker of them; one that says nothing takes nothing away.
      if (verdict.doubt !== 'empty' && (weakest === undefined || verdict.support < weakest.support)) weakest = verdict;
    }
    return weakest ?? { isSupported: false, support: 0, doubt: 'empty' };
  }

  private async checkOne(sentence: string): Promise<Verdict> {
    const figures = await this.figures(sentence);
    if (typeof figures === 'string') return { isSupported: false, support: 0, doubt: figures };
    const { clause, turn, whole } = this.vocabulary.hasVectors ? calibration.vectors : calibration.words;
    const meaning = Math.min(probability(whole, figures.whole), ...figures.clauses.map((each) => probability(clause, each)));
    const polarity = probability(turn, figures.turn);
    const support = Math.min(meaning, polarity);
    return support >= supportedFrom
      ? { isSupported: true, support }
      : { isSupported: false, support, doubt: polarity < meaning ? 'negation' : 'meaning' };
  }

  /** What speaks against a sentence, for the calibration too; a doubt where that is plain. */
  async figures(sentence: string): Promise<Figures | Doubt> {
    const bare = withoutAddresses(sentence);
    if (addressesOf(sentence).some((address) => !this.hasAddress(address))) return 'address';
    const words = checkWords(bare, this.locale, this.language);
    const quantities = this.countable(bare);
    if (quantities.some((said) => this.holdersOf(said).length === 0 && !this.titleQuantities.some((known) => bearsOut(known, said))))
      return 'number';
    const names = namesOf(bare, this.language).filter(({ text }) => !/^\p{N}/u.test(text));
    if (names.some(({ text }) => !this.hasName(text))) return 'name';
    if (words.length === 0 && quantities.length === 0) return 'empty';
    if (!this.rowsAgree(words, quantities)) return 'row';
    const support = await this.vocabulary.supportOf(words);
    const clauses = clausesOf(bare, this.language).map((text) => clauseOf(text, this.locale, this.language));
    const uncovered = words.map((_, index) => 1 - (support[index]?.best ?? 0));
    const distances = await this.vocabulary.distances(clauses.filter((clause) => clause.words.length > 0).map(({ text }) => text));
    const coverage = this.coverage(words, support);
    const best = Math.max(0, ...coverage.rows.map((row) => mean([...row])));
    const unnamed = names.map(({ text }) => text).filter((name) => !this.titleNames.has(name));
    return {
      clauses: clauses
        .filter((clause) => clause.words.length > 0)
        .map((clause, index) => ({
          uncovered: this.uncoveredShare(clause, words, uncovered),
          distance: distances[index] ?? 0,
          size: Math.min(1, clause.words.length / 6),
        })),
      turn: this.contradictions(clauses, words, support),
      whole: {
        uncoveredNear: 1 - this.bestPair(coverage, words.length),
        nameGap: Math.max(
          0,
          ...unnamed.map((name) =>
            this.gap(
              this.passages.filter((passage) => passage.names.has(name)),
              coverage,
              coverage.all,
            ),
          ),
        ),
        numberGap: Math.max(0, ...quantities.map((quantity) => this.gap(this.holdersOf(quantity), coverage, best))),
      },
    };
  }

  /** Numbers that belong to a name ("Lark 2") are compared with the name. */
  private countable(text: string): Quantity[] {
    return quantitiesOf(text, this.language).filter(({ at, measure }) => {
      if (measure !== undefined) return true;
      const group = /[\p{Lu}\p{L}][\p{L}]+ ?$/u.exec(text.slice(0, at));
      if (group === null) return true;
      const number = /^[\p{N}.,:]+/u.exec(text.slice(at))?.[0] ?? '';
      return !/^\p{Lu}/u.test(group[0]) || !this.text.includes(normalizeText(`${group[0]}${number}`));
    });
  }

  /** The passages that name a quantity. */
  private holdersOf(said: Quantity): KnownPassage[] {
    return this.passages.filter(({ quantities, keys }) => quantities.some((known) => bearsOut(known, said, keys.length > 0)));
  }

  private hasAddress(address: string): boolean {
    if (this.addresses.has(address)) return true;
    // The site's own start page, said for short.
    return [...this.addresses].some((known) => known.startsWith(`${address}/`) || known.split('@')[1] === address);
  }

  private hasName(name: string): boolean {
    if (this.names.has(name) || this.names.has(fold(name))) return true;
    if (this.text.includes(name)) return true;
    const [term] = checkWords(name, this.locale, this.language);
    return term !== undefined && this.vocabulary.has(term.term);
  }

  /** What a table or list says of one thing must not be said of another one of it. */
  private rowsAgree(words: readonly CheckWord[], quantities: readonly Quantity[]): boolean {
    const said = new Set(words.map(({ term }) => term));
    const mentioned = new Map<number, readonly [rows: KnownPassage[], columns: KnownPassage[]]>();
    for (const passage of this.passages) {
      if (passage.group === undefined || passage.keys.length === 0) continue;
      const entry = mentioned.get(passage.group) ?? ([[], []] as const);
      mentioned.set(passage.group, entry);
      if (isMentioned(passage.keys[0], said)) entry[0].push(passage);
      if (passage.keys[1] !== undefined && isMentioned(passage.keys[1], said)) entry[1].push(passage);
    }
    const agrees = (passage: KnownPassage): boolean => {
      if (passage.group === undefined || passage.keys.length === 0) return true;
      const [rows, columns] = mentioned.get(passage.group) ?? [[], []];
      return (rows.length === 0 || rows.includes(passage)) && (columns.length === 0 || columns.includes(passage));
    };
    for (const quantity of quantities) {
      const holders = this.holdersOf(quantity);
      if (holders.length > 0 && !holders.some(agrees)) return false;
    }
    let right = 0;
    let wrong = 0;
    for (const term of said) {
      if (this.titleTerms.has(term)) continue;
      const holders = this.passages.filter(({ terms }) => terms.has(term));
      if (holders.length === 0 || holders.some(({ group, keys }) => group === undefined || keys.length === 0)) continue;
      if (holders.some(({ keys }) => keys.some((alternatives) => alternatives.some((terms) => terms.has(term))))) continue;
      if (holders.some(agrees)) right += 1;
      else wrong += 1;
    }
    return wrong <= right;
  }

  /** How far each passage bears out each word. */
  private coverage(words: readonly CheckWord[], support: readonly WordSupport[]): Coverage {
    const rows = this.passages.map(() => new Float64Array(words.length));
    support.forEach(({ near }, word) => {
      for (const [term, value] of near) {
        const holders = this.titleTerms.has(term) ? rows.keys() : (this.passagesWith.get(term) ?? []);
        for (const passage of holders) {
          const row = rows[passage] as Float64Array;
          row[word] = Math.max(row[word] as number, value);
        }
      }
    });
    return { rows, all: mean(support.map(({ best }) => best)) };
  }

  /** How much of the words the best two passages bear out together. */
  private bestPair({ rows }: Coverage, size: number): number {
    let most = 0;
    for (let first = 0; first < rows.length; first += 1)
      for (let second = first; second < rows.length; second += 1) {
        let sum = 0;
        for (let word = 0; word < size; word += 1)
          sum += Math.max((rows[first] as Float64Array)[word] as number, (rows[second] as Float64Array)[word] as number);
        most = Math.max(most, sum);
      }
    return size === 0 ? 1 : most / size;
  }

  /** How much worse these passages bear the words out than could be. */
  private gap(holders: readonly KnownPassage[], { rows }: Coverage, most: number): number {
    const covered = holders.map((passage) => mean([...(rows[this.passages.indexOf(passage)] as Float64Array)]));
    return covered.length === 0 ? 0 : Math.max(0, most - Math.max(...covered));
  }

  private uncoveredShare(clause: Clause, words: readonly CheckWord[], uncovered: readonly number[]): number {
    const places = clause.words.map(({ term }) => words.findIndex((word) => word.term === term)).filter((index) => index >= 0);
    return mean(places.map((index) => uncovered[index] as number));
  }

  /**
   * How much better what a clause asserts or denies fits a clause of the sources that does the contrary than one that
   * does the same; the worst clause, 0 to 1.
   */
  private contradictions(clauses: readonly Clause[], words: readonly CheckWord[], support: readonly WordSupport[]): Figures['turn'] {
    const known = this.passages.flatMap((passage) => passage.clauses.map((clause) => ({ clause, passage })));
    const nearOf = (term: string) => support[words.findIndex((word) => word.term === term)]?.near;
    let most = 0;
    for (const own of clauses) {
      const size = own.words.length + own.quantities.length;
      if (size === 0 || isQuestion(own.text)) continue;
      let alike = 0;
      let contrary = 0;
      for (const { clause, passage } of known) {
        const overlap = this.overlap(own, clause, passage, words, support);
        if (isQuestion(clause.text)) alike = Math.max(alike, openShare * overlap);
        else if (own.polarity.isNegative === clause.polarity.isNegative) alike = Math.max(alike, overlap);
        else if (isOpenTo(own.polarity, clause.polarity)) alike = Math.max(alike, openShare * overlap);
        else {
          // What matters is the word that one of the two denies.
          const [denied, terms] = own.polarity.isNegative
            ? [own.denied, new Set(clause.words.map(({ term }) => term))]
            : [
                clause.denied,
                new Set(
                  own.words.flatMap(({ term }) =>
                    [...(nearOf(term)?.entries() ?? [])].filter(([, value]) => value > 0.6).map(([near]) => near),
                  ),
                ),
              ];
          const shared =
            denied.size === 0
              ? 0.5
              : [...denied].filter((term) => terms.has(term) || [...(nearOf(term)?.keys() ?? [])].some((near) => terms.has(near))).length /
                Math.min(2, denied.size);
          contrary = Math.max(contrary, overlap * Math.min(1, shared));
        }
      }
      if (contrary < leastOverlap) continue;
      // That a reply denies what a unit asserts is more often only another way to say it than the other way round.
      most = Math.max(most, (contrary - alike) * (own.polarity.isNegative ? 0.6 : 1));
    }
    return { denial: most, denied: this.turned(clauses) };
  }

  /** How much of what a clause asserts the sources only ever deny; the worst clause. */
  private turned(clauses: readonly Clause[]): number {
    let most = 0;
    for (const own of clauses.filter(({ text }) => !isQuestion(text))) {
      let alike = 0;
      let turned = 0;
      for (const { term } of own.words) {
        const kinds = this.polarities.get(term);
        const isDenied = own.denied.has(term);
        if (kinds === undefined || (own.polarity.isNegative && !isDenied)) continue;
        if (kinds.has(isDenied)) alike += 1;
        else if (!isDenied) turned += own.polarity.isLimiting || own.polarity.isOpen ? openTurn : 1;
      }
      if (turned > 0) most = Math.max(most, turned / (turned + alikeShare * alike));
    }
    return most;
  }

  /** How much of a clause a known clause speaks of; words of the clause itself count more than those around it. */
  private overlap(own: Clause, known: Clause, passage: KnownPassage, words: readonly CheckWord[], support: readonly WordSupport[]): number {
    let sum = 0;
    for (const { term } of own.words) {
      const near = support[words.findIndex((word) => word.term === term)]?.near;
      let best = 0;
      for (const word of known.words) best = Math.max(best, near?.get(word.term) ?? 0);
      if (best === 0 && (passage.terms.has(term) || this.titleTerms.has(term))) best = 0.4;
      sum += best;
    }
    for (const quantity of own.quantities)
      if (known.quantities.some((each) => bearsOut(each, quantity, passage.keys.length > 0))) sum += 1.5;
    const size = own.words.length + 1.5 * own.quantities.length;
    const covered = sum / Math.max(1, size);
    // Of two that cover it alike the shorter one is closer.
    return covered * (0.85 + 0.15 / Math.sqrt(Math.max(1, known.words.length)));
  }
}

/** What speaks against a sentence; each figure is 0 to about 1. */
export interface Figures {
  /** Of each clause: the share of its words that nothing in the sources is like, one less the cosine with their nearest clause, and its words over six. */
  readonly clauses: readonly Readonly<Record<'uncovered' | 'distance' | 'size', number>>[];
  /** What it says the contrary of. */
  readonly turn: Readonly<Record<'denial' | 'denied', number>>;
  /** Its words against the best two passages, and what is said of its names and numbers against the passages that have these. */
  readonly whole: Readonly<Record<'uncoveredNear' | 'nameGap' | 'numberGap', number>>;
}

/** A logistic regression: what bears a sentence out, by what speaks against it. */
export interface Model<Name extends string> {
  readonly bias: number;
  readonly weights: Readonly<Record<Name, number>>;
}

export interface Calibration {
  readonly clause: Model<keyof Figures['clauses'][number]>;
  readonly turn: Model<keyof Figures['turn']>;
  readonly whole: Model<keyof Figures['whole']>;
}

function probability<Name extends string>({ bias, weights }: Model<Name>, figures: Readonly<Record<Name, number>>): number {
  const sum = (Object.keys(weights) as Name[]).reduce((total, name) => total + weights[name] * figures[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

/** "2.4 GHz only" also says "not 5 GHz", and the other way round. */
function isOpenTo(own: Polarity, known: Polarity): boolean {
  if (own.isNegative === known.isNegative) return false;
  return known.isOpen || (own.isNegative ? known.isLimiting : own.isLimiting);
}

/** Which words the sources deny, and which they assert; questions do neither. */
function polaritiesOf(passages: readonly KnownPassage[]): ReadonlyMap<string, ReadonlySet<boolean>> {
  const kinds = new Map<string, Set<boolean>>();
  for (const { clauses } of passages)
    for (const { text, words, polarity, denied } of clauses) {
      if (isQuestion(text)) continue;
      for (const { term } of words) {
        const isDenied = denied.has(term);
        const known = kinds.get(term) ?? new Set();
        if (isDenied || !polarity.isNegative || !known.has(false)) known.add(isDenied);
        // What is open speaks for both.
        if (polarity.isOpen || polarity.isLimiting) known.add(!isDenied);
        kinds.set(term, known);
      }
    }
  return kinds;
}

function isQuestion(text: string): boolean {
  return /[?？؟]\s*$/u.test(text);
}

function clauseOf(text: string, locale: Locale, language: Language): Clause {
  const polarity = polarityOf(text, language);
  return {
    text,
    words: checkWords(text, locale, language),
    quantities: quantitiesOf(text, language),
    polarity,
    denied: polarity.isNegative ? deniedIn(text, locale, language) : nothingDenied,
  };
}

const nothingDenied: ReadonlySet<string> = new Set();

/** What a clause denies: the next words after its "not"; where few come after it, or a language has it at the end, those before. */
function deniedIn(text: string, locale: Locale, language: Language): ReadonlySet<string> {
  const around = aroundDenial(text, language);
  if (around === undefined) return nothingDenied;
  const words = checkWords(text, locale, language);
  // Counted, and not read by itself: cut in the middle a text falls into other words.
  const place = checkWords(around.before, locale, language).length;
  const after = words.slice(place, place + Math.min(4, checkWords(around.after, locale, language).length));
  // "X and Y are not accepted" denies what comes before.
  const before = language === 'ja' || after.length === 0 ? 4 : after.length === 1 || language === 'de' ? 2 : 0;
  return new Set([...words.slice(Math.max(0, place - before), place), ...after].map(({ term }) => term));
}

function knownPassages(document: AnswerDocument, source: number, locale: Locale, language: Language): KnownPassage[] {
  return passagesOf(document).map(({ text, keys, over, group }) => {
    const bare = withoutAddresses(text);
    const isUnderDenial = polarityOf(over, language).isNegative;
    const isDenied = keys.some((key) => isDenial(key, locale, language));
    const isUnderLabel = keys.some((key) => polarityOf(key, language).isNegative);
    const clauses = clausesOf(bare, language).map((clause) => clauseOf(clause, locale, language));
    return {
      terms: new Set(checkWords([bare, ...keys, over].join('\n'), locale, language).map(({ term }) => term)),
      quantities: quantitiesOf(`${keys.join('; ')}; ${bare}`, language),
      names: new Set(namesOf(`, ${keys.join(', ')}, ${bare}`, language).map((name) => name.text)),
      clauses: clauses.map((clause) => ({
        ...clause,
        // "Not: laptops with a round plug"; "Only three things are excluded:" may speak of its items or of all others.
        ...(isDenied && { denied: new Set(clause.words.map(({ term }) => term)) }),
        polarity: {
          ...clause.polarity,
          isNegative: clause.polarity.isNegative || isDenied,
          isOpen: clause.polarity.isOpen || (!isDenied && (isUnderDenial || isUnderLabel) && !clause.polarity.isNegative),
        },
      })),
      keys: keys.map((key) => alternativesOf(key).map((each) => new Set(checkWords(each, locale, language).map(({ term }) => term)))),
      ...(group !== undefined && { group: source * 1000 + group }),
    };
  });
}

/** "Not covered", "Excluded": a label that denies all that stands under it, and not a case that it speaks of ("No mail?"). */
function isDenial(label: string, locale: Locale, language: Language): boolean {
  return polarityOf(label, language).isNegative && !isCase.test(label.trim()) && checkWords(label, locale, language).length <= 1;
}

const isCase = /[?？؟]$|^(?:no|stop|kein\p{L}*|pas|aucun\p{L}*|sin|sem|нет|без|没有|没|ない) |^没|的$/iu;

function alternativesOf(key: string): string[] {
  return key
    .split(/[,;/、，；·]|\s(?:and|und|et|y|e|и|و)\s|和/u)
    .map((each) => each.replace(/\(.*?\)/gu, '').trim())
    .filter((each) => each !== '');
}

function isMentioned(alternatives: readonly ReadonlySet<string>[] | undefined, said: ReadonlySet<string>): boolean {
  return alternatives?.some((terms) => terms.size > 0 && [...terms].every((term) => said.has(term))) ?? false;
}

interface Coverage {
  /** For each passage how far it bears out each word. */
  readonly rows: readonly Float64Array[];
  /** Mean of what all of them together bear out. */
  readonly all: number;
}

/** How much of a word the sources bear out: the best of all, and each known word that is near. */
interface WordSupport {
  readonly best: number;
  readonly near: ReadonlyMap<string, number>;
}

/** The words of the sources with their vectors. */
class Vocabulary {
  private constructor(
    private readonly terms: ReadonlySet<string>,
    private readonly vectors: readonly { readonly term: string; readonly vector: Float32Array }[],
    private readonly clauses: readonly Float32Array[],
    private readonly encoder: Encoder | undefined,
  ) {}

  static async of(words: readonly CheckWord[], clauses: readonly string[], encoder: Encoder | undefined): Promise<Vocabulary> {
    const distinct = [...new Map(words.map((word) => [word.term, word])).values()];
    const encoded =
      (await encoder?.encode(
        distinct.map(({ word }) => word),
        'passage',
      )) ?? [];
    const vectors = distinct.flatMap(({ term }, index) => {
      const vector = encoded[index] ?? null;
      return vector === null ? [] : [{ term, vector }];
    });
    const statements = ((await encoder?.encode(clauses, 'passage')) ?? []).filter((vector) => vector !== null);
    return new Vocabulary(new Set(distinct.map(({ term }) => term)), vectors, statements, encoder);
  }

  get hasVectors(): boolean {
    return this.vectors.length > 0;
  }

  has(term: string): boolean {
    return this.terms.has(term);
  }

  async supportOf(words: readonly CheckWord[]): Promise<WordSupport[]> {
    const vectors =
      (await this.encoder?.encode(
        words.map(({ word }) => word),
        'passage',
      )) ?? [];
    return words.map(({ term }, index) => this.supportOfWord(term, vectors[index] ?? null));
  }

  /** How far each text is from the nearest clause of the sources, 0 to about 1. */
  async distances(texts: readonly string[]): Promise<number[]> {
    const vectors = (await this.encoder?.encode(texts, 'passage')) ?? [];
    return vectors.flatMap((vector) => (vector === null ? [] : [1 - Math.max(0, ...this.clauses.map((known) => cosine(vector, known)))]));
  }

  private supportOfWord(term: string, vector: Float32Array | null): WordSupport {
    const near = new Map<string, number>();
    if (this.terms.has(term)) near.set(term, 1);
    if (vector !== null)
      for (const known of this.vectors) {
        const value = (cosine(vector, known.vector) - leastCosine) / (fullCosine - leastCosine);
        if (value > 0 && known.term !== term) near.set(known.term, Math.min(1, value));
      }
    return { best: Math.max(0, ...near.values()), near };
  }
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function hrefsOf(document: AnswerDocument): string[] {
  const ofInline = (inline: Inline): string[] => {
    if (typeof inline === 'string') return [];
    if (inline.kind === 'link') return [inline.href, ...inline.content.flatMap(ofInline)];
    return 'content' in inline ? inline.content.flatMap(ofInline) : [];
  };
  const ofBlock = (block: Block): string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return block.content.flatMap(ofInline);
      case 'list':
        return block.items.flatMap((item) => item.flatMap(ofBlock));
      case 'table':
        return [block.head, ...block.rows].flatMap((row) => row.flatMap((cell) => cell.flatMap(ofInline)));
      case 'quote':
        return block.content.flatMap(ofBlock);
      default:
        return [];
    }
  };
  return document.flatMap(ofBlock);
}
