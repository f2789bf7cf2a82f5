import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { readCatalogue } from './catalogue.ts';
import { openOrders } from './database.ts';
import { createOrderService } from './order-service.ts';
import { OrderShop } from './order-shop.ts';
import { seedOrders } from './seed.ts';

export interface StartOrders {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly secret: string;
  readonly identitySecret: string;
  /** Where the shop's pages come from. */
  readonly origin?: string;
  readonly onCode?: (contact: string, code: string) => void;
}

/** Starts the demo's order service on this machine alone. */
export async function startOrders({
  file,
  port,
  secret,
  identitySecret,
  origin,
  onCode = () => {},
}: StartOrders): Promise<{ url: string; close(): Promise<void> }> {
  const catalogue = await readCatalogue();
  const db = await openOrders(file);
  await seedOrders(db, catalogue, Date.now());
  const shop = new OrderShop(db, catalogue, Date.now);
  const service = createOrderService({ shop, siteId: 'tidewire', secret, identitySecret, onCode, ...(origin !== undefined && { origin }) });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: service.fetch, port, hostname: 'localhost' }, ({ port: taken }: AddressInfo) =>
      resolve({
        url: `http://localhost:${taken}`,
        close: async () => {
          await new Promise<void>((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          });
          await db.destroy();
        },
      }),
    );
    server.once('error', reject);
  });
}
