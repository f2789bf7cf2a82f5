import { DeskAudit } from './desk-audit.ts';
import { DeskCase } from './desk-case.ts';
import { DeskClose } from './desk-close.ts';
import { DeskDraftForm } from './desk-draft-form.ts';
import { DeskDrafts } from './desk-drafts.ts';
import { DeskLogIn } from './desk-log-in.ts';
import { DeskMembers } from './desk-members.ts';
import { DeskQueue } from './desk-queue.ts';
import { DeskShortcuts } from './desk-shortcuts.ts';
import { DeskStory } from './desk-story.ts';
import { DeskSuggestions } from './desk-suggestions.ts';
import { DeskTalk } from './desk-talk.ts';
import { DeskWeek } from './desk-week.ts';

const parts = {
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
  'desk-week': DeskWeek,
};
/** Makes the desk's parts known to the page, each by its tag. */
export function defineParts(): void {
  for (const [tag, element] of Object.entries(parts)) customElements.define(tag, element);
}
