import { type Language, spokenLanguage } from '../../src/language/locale.ts';
import { AnswerBridge } from '../../workers/answer/answer-bridge.ts';
import { importChecked } from '../import-checked.ts';
import { answerWorkerMaker } from '../worker-maker.ts';
import { EdgeAgentDesk } from './edge-agent-desk.ts';
import { defineParts } from './parts/define-parts.ts';
import { Suggester } from './state/suggester.ts';
import { DeskTongue, memberLocale } from './words/desk-tongue.ts';
import type { DeskWords } from './words/desk-words.ts';
import { words as en } from './words/en.ts';

/** Where the scripts of the engine lie, relative to this one, and their hashes; filled in by the build. */
declare const __ANSWER_WORKER__: ScriptFile;
declare const __GUIDE_ENGINE__: ScriptFile;
declare const __JOURNEY_ENGINE__: ScriptFile;
declare const __RELAY_CLIENT__: ScriptFile;
declare const __REDACTOR__: ScriptFile;
declare const __REPLY_ENGINE__: ScriptFile;
declare const __HUB_RUNTIME__: string;
/** The same for the words of each language but English, which are here. */
declare const __DESK_WORDS__: Readonly<Partial<Record<Language, ScriptFile>>>;

interface ScriptFile {
  readonly file: string;
  readonly integrity: string;
}

defineParts();

const here = (file: string) => new URL(file, import.meta.url).href;
const script = ({ file, integrity }: ScriptFile) => ({ url: here(file), integrity });

const tongue = await tongueOf(memberLocale(navigator.languages));

// Properties are set before the element comes to life, so that it never has to do without them.
customElements.define(
  'edge-agent-desk',
  class extends EdgeAgentDesk {
    constructor() {
      super({
        base: here('api/'),
        tongue,
        suggester: new Suggester(new AnswerBridge(answerWorkerMaker(script(__ANSWER_WORKER__))), {
          encoderUrl: here('encoder/'),
          hubRuntimeUrl: here(__HUB_RUNTIME__),
          relayClient: script(__RELAY_CLIENT__),
          redactor: script(__REDACTOR__),
          guideEngine: script(__GUIDE_ENGINE__),
          replyEngine: script(__REPLY_ENGINE__),
          journeyEngine: script(__JOURNEY_ENGINE__),
        }),
      });
    }
  },
);

/** Whoever's words cannot be loaded is spoken to in English. */
async function tongueOf(locale: string): Promise<DeskTongue> {
  const file = __DESK_WORDS__[spokenLanguage(locale)];
  if (file === undefined) return new DeskTongue(locale, en);
  return importChecked(here(file.file), file.integrity).then(
    (loaded) => new DeskTongue(locale, (loaded as { words: DeskWords }).words),
    () => new DeskTongue('en', en),
  );
}
