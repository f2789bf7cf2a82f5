import type { Locale } from '../../../src/language/locale.ts';
import type { CloseRequest, DraftRequest } from '../../../src/protocol/desk.ts';

/** What an element of the desk asks of the desk around it. */
export type DeskWish =
  | { readonly kind: 'take' | 'release' | 'typed' | 'forget-failure' | 'reload' | 'do-proposal' }
  | { readonly kind: 'ask-close' | 'ask-draft' }
  | { readonly kind: 'close'; readonly request: CloseRequest }
  | { readonly kind: 'draft'; readonly request: DraftRequest }
  | { readonly kind: 'say'; readonly text: string; readonly locale?: Locale }
  | { readonly kind: 'withdraw'; readonly id: string }
  | { readonly kind: 'insert'; readonly text: string; readonly locale: Locale }
  | { readonly kind: 'end-dialog' };

export class DeskEvent extends Event {
  static readonly type = 'desk-wish';

  constructor(readonly wish: DeskWish) {
    super(DeskEvent.type, { bubbles: true, composed: true });
  }
}
