import type { Locale } from '../../language/locale.ts';
import type { FactsReply, FactsRequest, PerformReply, PerformRequest } from '../../protocol/shop.ts';

/** A shop's own endpoints. Everything rejects with `ShopUnreachable` where the shop does not answer properly in time. */
export interface Shop {
  findCustomer(contact: string): Promise<string | null>;
  sendCode(code: { customer: string; code: string; expires: string; locale: Locale }): Promise<void>;
  facts(request: FactsRequest, signal?: AbortSignal): Promise<FactsReply>;
  perform(request: PerformRequest, signal?: AbortSignal): Promise<PerformReply>;
}

export class ShopUnreachable extends Error {
  override readonly name = 'ShopUnreachable';

  /** @param isFinal another try would end the same */
  constructor(
    message: string,
    readonly isFinal: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
