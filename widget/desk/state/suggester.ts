import { plainText } from '../../../src/content/answer-document.ts';
import { emptyState } from '../../../src/decide/state.ts';
import { type Locale, languageOf } from '../../../src/language/locale.ts';
import type { Setup } from '../../../src/protocol/answer-worker.ts';
import type { AnswerBridge } from '../../../workers/answer/answer-bridge.ts';

/** How many answers are suggested. */
const most = 3;

/** An answer out of the site's pack, in the visitor's language first and in the desk's where it is another one. */
export interface Suggestion {
  readonly unit: string;
  readonly variants: readonly SuggestedText[];
}

export interface SuggestedText {
  readonly locale: Locale;
  readonly title: string;
  readonly text: string;
}

export interface SuggestionWish {
  /** Address of the pack's manifest. */
  readonly pack: string;
  readonly question: string;
  readonly visitor: Locale;
  readonly desk: Locale;
  readonly product?: string;
  /** Path of the page that the visitor is on. */
  readonly page?: string;
}

/** Where the parts of the engine lie. */
type EngineAddresses = Omit<Setup, 'packUrl' | 'relay' | 'locale' | 'pageUrl' | 'siteName' | 'mayStore'>;

type Asker = Pick<AnswerBridge, 'prepare' | 'ready' | 'take' | 'stop'>;

/** Asks the engine in the member's own browser, as the visitor's asks it: nothing that the visitor wrote leaves for it. */
export class Suggester {
  private prepared = '';

  constructor(
    private readonly bridge: Asker,
    private readonly scripts: EngineAddresses,
  ) {}

  /** The best answers, best first. Rejects with an EdgeAgentError, also where the pack cannot be opened. */
  async suggest(wish: SuggestionWish, signal: AbortSignal): Promise<Suggestion[]> {
    await this.prepare(wish);
    const ask = (locale: Locale, input: Parameters<Asker['take']>[0]['input']) => {
      const context = { locale, localeIsFixed: input.kind === 'choice', now: new Date().toISOString(), ...situationOf(wish) };
      return this.bridge.take({ input, state: emptyState, needs: [], context }, signal);
    };
    const { parts, pack } = await ask(wish.visitor, { kind: 'question', text: wish.question });
    if (pack.state === 'failed') throw pack.error;
    const units = [...new Set(parts.flatMap(({ decision }) => decision.candidates.flatMap(({ unit }) => unit ?? [])))].slice(0, most);
    const suggestions: Suggestion[] = [];
    for (const unit of units) {
      const variants: SuggestedText[] = [];
      for (const locale of new Set([wish.visitor, wish.desk])) {
        const [part] = (await ask(locale, { kind: 'choice', id: unit })).parts;
        const answer = part?.reply.answer;
        const isNew = answer !== undefined && !variants.some((known) => languageOf(known.locale) === languageOf(answer.locale));
        if (isNew) variants.push({ locale: answer.locale, title: answer.title, text: plainText(answer.document) });
      }
      if (variants.length > 0) suggestions.push({ unit, variants });
    }
    return suggestions;
  }

  stop(): void {
    this.bridge.stop();
  }

  private async prepare({ pack, desk }: SuggestionWish): Promise<void> {
    if (this.prepared !== pack) {
      const setup = { ...this.scripts, packUrl: pack, locale: desk, pageUrl: location.href, siteName: '', mayStore: false };
      await this.bridge.prepare(setup, async () => ({ units: [] }));
      this.prepared = pack;
    }
    await this.bridge.ready();
  }
}

function situationOf({ product, page }: SuggestionWish): { product?: string; page?: string } {
  return { ...(product === undefined ? {} : { product }), ...(page === undefined ? {} : { page }) };
}
