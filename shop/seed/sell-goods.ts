import type { CommandContext } from '@vitrine/commerce-engine/client';
import { pastAddress, pastOrders } from './past-orders.ts';
import { type DemoTender, type OrderingEngine, placeOrder } from './place-order.ts';

/** Orders of guests that were sent long ago. The same requests when asked again. */
export async function sellGoods(
  engine: OrderingEngine,
  context: (step: string) => CommandContext,
  pays: DemoTender,
): Promise<void> {
  for (const [at, { name, pieces }] of pastOrders.entries())
    await placeOrder(engine, (step) => context(`past-${at}-${step}`), {
      cartId: `5eed0000-0000-4000-8000-0000000001${String(at).padStart(2, '0')}`,
      pieces,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
      address: { name, ...pastAddress },
      tracking: `IP 0042 77${20 + at} DE`,
      pays,
    });
}
