import { AnswerBridge } from '../../workers/answer/answer-bridge.ts';
import { answerWorkerMaker } from '../worker-maker.ts';
import { EdgeAgentDesk } from './edge-agent-desk.ts';
import { DeskAudit } from './parts/desk-audit.ts';
import { DeskCase } from './parts/desk-case.ts';
import { DeskClose } from './parts/desk-close.ts';
import { DeskDraftForm } from './parts/desk-draft-form.ts';
import { DeskDrafts } from './parts/desk-drafts.ts';
import { DeskLogIn } from './parts/desk-log-in.ts';
import { DeskMembers } from './parts/desk-members.ts';
import { DeskQueue } from './parts/desk-queue.ts';
import { DeskShortcuts } from './parts/desk-shortcuts.ts';
import { DeskStory } from './parts/desk-story.ts';
import { DeskSuggestions } from './parts/desk-suggestions.ts';
import { DeskTalk } from './parts/desk-talk.ts';
import { Suggester } from './state/suggester.ts';

/** Where the scripts of the engine lie, relative to this one, and their hashes; filled in by the build. */
declare const __ANSWER_WORKER__: ScriptFile;
declare const __GUIDE_ENGINE__: ScriptFile;
declare const __JOURNEY_ENGINE__: ScriptFile;
declare const __RELAY_CLIENT__: ScriptFile;
declare const __REDACTOR__: ScriptFile;
declare const __HUB_RUNTIME__: string;

interface ScriptFile {
  readonly file: string;
  readonly integrity: string;
}

const elements = {
  'desk-audit': DeskAudit,
  'desk-case': DeskCase,
  'desk-close': DeskClose,
  'desk-draft-form': DeskDraftForm,
  'desk-drafts': DeskDrafts,
  'desk-log-in': DeskLogIn,
  'desk-members': DeskMembers,
  'desk-queue': DeskQueue,
  'desk-shortcuts': DeskShortcuts,
  'desk-story': DeskStory,
  'desk-suggestions': DeskSuggestions,
  'desk-talk': DeskTalk,
};
for (const [tag, element] of Object.entries(elements)) customElements.define(tag, element);

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
          journeyEngine: script(__JOURNEY_ENGINE__),
        }),
      });
    }
  },
);
