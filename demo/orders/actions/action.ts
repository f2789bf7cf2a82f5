import type * as v from 'valibot';
import type { BuiltInAction } from '../../../src/journey/actions.ts';
import type { builtInActions, PerformReply } from '../../../src/protocol/shop.ts';
import type { OrderShop } from '../order-shop.ts';

/** What this shop does itself; verification is the relay's. */
export type ShopActionName = Exclude<BuiltInAction, 'start-verification' | 'finish-verification'>;

export type ArgsOf<Name extends ShopActionName> = v.InferOutput<(typeof builtInActions)[Name]['args']>;
type DataOf<Name extends ShopActionName> = v.InferOutput<(typeof builtInActions)[Name]['data']>;

/** What an action is asked with: arguments that fit its schema, and the customer where one is known. */
export interface ActionCall<Name extends ShopActionName> {
  readonly shop: OrderShop;
  readonly args: ArgsOf<Name>;
  readonly customer: string | null;
}

export type ShopAction<Name extends ShopActionName> = (
  call: ActionCall<Name>,
) => Promise<{ readonly kind: 'done'; readonly data: DataOf<Name> } | Exclude<PerformReply, { kind: 'done' }>>;

export const notFound = { kind: 'not-found' } as const;

export function invalid(field: string, message: string) {
  return { kind: 'invalid', field, message } as const;
}
