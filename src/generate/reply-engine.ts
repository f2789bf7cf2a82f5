import { checkReply } from './check-reply.ts';
import { foundIn, replyBrief } from './reply-brief.ts';

/** What briefs models and checks what they write. The answer worker loads it by itself, where a site lets models write. */
export interface ReplyEngine {
  readonly foundIn: typeof foundIn;
  readonly replyBrief: typeof replyBrief;
  readonly checkReply: typeof checkReply;
}

export const replyEngine: ReplyEngine = { foundIn, replyBrief, checkReply };
