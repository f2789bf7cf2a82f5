import { checkReply } from './check-reply.ts';
import { foundIn, replyBrief } from './reply-brief.ts';
import { followUpTask } from './tasks/follow-up-task.ts';
import { guideReplyTask } from './tasks/guide-reply-task.ts';
import { summaryTask } from './tasks/summary-task.ts';
import { translationTask } from './tasks/translation-task.ts';

/** What briefs models and checks what they write. The answer worker loads it by itself, where a site lets models write. */
export const replyEngine = { foundIn, replyBrief, checkReply, followUpTask, guideReplyTask, summaryTask, translationTask };
export type ReplyEngine = typeof replyEngine;
