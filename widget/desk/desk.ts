import { AnswerBridge } from '../../workers/answer/answer-bridge.ts';
import { answerWorkerMaker } from '../worker-maker.ts';
import { EdgeAgentDesk } from './edge-agent-desk.ts';
import { defineParts } from './parts/define-parts.ts';
import { Suggester } from './state/suggester.ts';

/** Where the scripts of the engine lie, relative to this one, and their hashes; filled in by the build. */
declare const __ANSWER_WORKER__: ScriptFile;
declare const __GUIDE_ENGINE__: ScriptFile;
declare const __JOURNEY_ENGINE__: ScriptFile;
declare const __RELAY_CLIENT__: ScriptFile;
declare const __REDACTOR__: ScriptFile;
declare const __REPLY_ENGINE__: ScriptFile;
declare const __HUB_RUNTIME__: string;

interface ScriptFile {
  readonly file: string;
  readonly integrity: string;
}

defineParts();

const here = (file: string) => new URL(file, import.meta.url).href;
const script = ({ file, integrity }: ScriptFile) => ({ url: here(file), integrity });

// Properties are set before the element comes to life, so that it never has to do without them.
customElements.define(
  'edge-agent-desk',
  class extends EdgeAgentDesk {
    constructor() {
      super({
        base: here('api/'),
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
