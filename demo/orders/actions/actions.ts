import type { ShopAction, ShopActionName } from './action.ts';
import { applyOffer } from './apply-offer.ts';
import { openReturn } from './open-return.ts';
import { changeAddress, findOrders, placeOrder, requestQuote, rescheduleDelivery } from './orders.ts';
import { claimWarranty, fileComplaint, giveCredit, listRequests, notifyInStock, openTicket, reportDelivery } from './requests.ts';

/** What this shop does, by name. */
export const actions: { readonly [Name in ShopActionName]: ShopAction<Name> } = {
  'find-orders': findOrders,
  'open-return': openReturn,
  'change-address': changeAddress,
  'report-delivery': reportDelivery,
  'claim-warranty': claimWarranty,
  'notify-in-stock': notifyInStock,
  'place-order': placeOrder,
  'request-quote': requestQuote,
  'file-complaint': fileComplaint,
  'give-credit': giveCredit,
  'reschedule-delivery': rescheduleDelivery,
  'open-ticket': openTicket,
  'apply-offer': applyOffer,
  'list-requests': listRequests,
};
