import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AnswerDocument } from '../../src/content/answer-document.ts';
import { readContentDirectory, type SourceFile } from '../../src/content/read-content.ts';
import type { Content, Unit } from '../../src/content/unit.ts';
import type { Guide } from '../../src/guide/guide.ts';

const contentDirectory = fileURLToPath(new URL('../content/', import.meta.url));

/** A question of the support content as a page shows it. */
export interface HelpEntry {
  readonly id: string;
  readonly question: string;
  readonly answer: AnswerDocument;
  /** The language that it is in, where the page's own has no words for it. */
  readonly locale: string;
}

/** A guide in the words of one language. */
export interface HelpGuide {
  readonly guide: Guide;
  readonly locale: string;
}

/** Units that speak as the agent, which a page does not. */
const spokenByAgent = new Set(['contact-human']);
/** Units from handbooks have no page of their own; they stand where shoppers look for them. */
const shelves: Readonly<Record<string, string>> = {
  'holiday-returns': '/returns',
  'refund-not-arrived': '/returns',
  'christmas-cutoff': '/shipping',
  'ships-from': '/shipping',
  'payment-declined': '/payments',
  'double-charge': '/payments',
  'promo-code': '/payments',
  'order-confirmation-missing': '/track',
  'missed-delivery': '/track',
  'tracking-not-moving': '/track',
  'delivered-not-received': '/track',
  'late-parcel': '/track',
  'damaged-parcel': '/track',
  'wrong-or-missing-item': '/track',
  'suspicious-message': '/safety',
  'copper-launch-offer': '',
};

/** The support content as the shop's own help pages show it: the same words as the agent's, from the same files. */
export class Help {
  constructor(
    private readonly content: Content,
    private readonly today: string,
  ) {}

  get siteUrl(): string {
    return this.content.site.url ?? '';
  }

  get hours(): Readonly<Record<string, string>> {
    return this.content.site.contact.hours ?? {};
  }

  /** What belongs on a page, in the page's language, else in the default one where the page would be empty otherwise. */
  entriesFor(path: string, locale: string, market: string): HelpEntry[] {
    const here = this.content.units
      .filter((unit) => this.pageOf(unit) === path && this.isCurrent(unit))
      .sort((a, b) => distance(a, market) - distance(b, market));
    const own = here.flatMap((unit) => this.entryOf(unit, locale) ?? []);
    return own.length > 0 ? own : here.flatMap((unit) => this.entryOf(unit, this.content.site.locales[0]) ?? []);
  }

  /** Titles of units, where they have words in the language. */
  titles(ids: readonly string[], locale: string): string[] {
    return ids.flatMap((id) => this.content.units.find((unit) => unit.id === id)?.variants.get(locale)?.question ?? []);
  }

  /** Titles of the units about a product, the ones for its page first. */
  titlesAbout(product: string, locale: string): { readonly id: string; readonly title: string }[] {
    return this.content.units
      .filter((unit) => this.pageOf(unit) === `/support/${product}`)
      .flatMap((unit) => {
        const title = unit.variants.get(locale)?.question;
        return title === undefined ? [] : [{ id: unit.id, title }];
      });
  }

  /** All questions that stand on a page in the language, with that page's path. */
  questionsIn(locale: string): { readonly id: string; readonly path: string; readonly question: string }[] {
    return this.content.units.flatMap((unit) => {
      const path = this.pageOf(unit);
      const question = unit.variants.get(locale)?.question;
      return question === undefined || path === '' || !this.isCurrent(unit) ? [] : [{ id: unit.id, path, question }];
    });
  }

  /** The guides, in the language where they have words for it, else in the default one. */
  guidesIn(locale: string): HelpGuide[] {
    return (this.content.guides ?? []).flatMap(({ variants, isShared }) => {
      const own = [locale, this.content.site.locales[0]].find((each) => variants.has(each)) ?? '';
      const guide = variants.get(own);
      return guide === undefined || isShared ? [] : [{ guide, locale: own }];
    });
  }

  private pageOf({ id, source = '', scope }: Unit): string {
    const shelf = shelves[id];
    if (shelf !== undefined) return shelf;
    const path = source.startsWith(this.siteUrl) ? source.slice(this.siteUrl.length) : '';
    // What is told on a product page stands on its support page too.
    if (path.startsWith('/products/')) return path.replace('/products/', '/support/');
    return id === 'lark-2-lost-earbud' && scope.product !== undefined ? '/support/lark-2' : path;
  }

  private isCurrent({ id, scope: { from = '', to = '9' } }: Unit): boolean {
    return from <= this.today && this.today <= to && !spokenByAgent.has(id);
  }

  private entryOf(unit: Unit, locale: string): HelpEntry | undefined {
    const variant = unit.variants.get(locale);
    return variant === undefined ? undefined : { id: unit.id, question: variant.question, answer: variant.answer, locale };
  }
}

/** What is said for the visitor's own market comes first, what is said for others last. */
function distance({ scope }: Unit, market: string): number {
  if (scope.market === undefined) return 1;
  return scope.market.includes(market) ? 0 : 2;
}

export async function readHelp(today: string): Promise<Help> {
  const entries = await readdir(contentDirectory, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && /\.(?:md|ya?ml|csv)$/.test(entry.name))
      .map(async (entry): Promise<SourceFile> => {
        const file = `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replaceAll('//', '/');
        return { path: file.slice(contentDirectory.length), text: await readFile(file, 'utf8') };
      }),
  );
  const journeyDirectory = fileURLToPath(new URL('../../src/journey/built-in/', import.meta.url));
  const journeys = (await readdir(journeyDirectory)).filter((name) => name.endsWith('.yaml'));
  const builtIn = new Map(
    await Promise.all(
      journeys.map(async (name) => [name.replace('.yaml', ''), await readFile(`${journeyDirectory}${name}`, 'utf8')] as const),
    ),
  );
  const { content, issues } = readContentDirectory(files, builtIn);
  if (content === undefined) throw new Error(`the support content has mistakes: ${issues.map(({ message }) => message).join('; ')}`);
  return new Help(content, today);
}
