import type { Catalog } from '../catalog/catalog.ts';
import type { Fulfilment } from '../fulfilment/fulfilment.ts';
import { may } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Orders } from '../orders/orders.ts';
import type { Payments } from '../payments/payments.ts';
import type { Returns } from '../returns/returns.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import type { WorklistView } from './office.views.ts';

/** What people who run the shop ask across its domains. */
export interface Office {
  /** What needs doing; only what this actor may look after. */
  worklist(actor: Actor): Promise<WorklistView>;
}

export interface OfficeDoors {
  readonly orders: Orders;
  readonly returns: Returns;
  readonly fulfilment: Pick<Fulfilment, 'stuck'>;
  readonly payments: Payments;
  readonly inventory: Inventory;
  readonly catalog: Pick<Catalog, 'forStaff'>;
  readonly webhooks: Webhooks;
}

const SCARCEST = 10;
const MOST_LOW = 500;

export function createOffice(doors: OfficeDoors): Office {
  const { orders, fulfilment, returns, payments, inventory, catalog, webhooks } = doors;

  async function ordersPart(actor: Actor) {
    return {
      toFulfil: await orders.countOpen(actor),
      returnsToApprove: await returns.count(actor, 'requested'),
      returnsToRefund: await returns.count(actor, 'received'),
      payments: await payments.troubles(actor),
      stuck: await fulfilment.stuck(actor),
    };
  }

  async function stockPart(actor: Actor) {
    const all = await inventory.lowStock(actor, { limit: MOST_LOW });
    const names = await catalog.forStaff.variantNames(all.map(({ variantId }) => variantId));
    // Retired variants keep their levels and are sold no more.
    const low = all.flatMap((each) => {
      const name = names.get(each.variantId);
      return name ? [{ ...each, ...name }] : [];
    });
    return {
      low: { count: low.length, more: all.length === MOST_LOW },
      scarcest: low.slice(0, SCARCEST),
    };
  }

  return {
    async worklist(actor) {
      return {
        ...(may(actor, 'orders.read') && { orders: await ordersPart(actor) }),
        ...(may(actor, 'inventory.write') && { stock: await stockPart(actor) }),
        ...(may(actor, 'webhooks.write') && { webhooks: await webhooks.health(actor) }),
      };
    },
  };
}
