import type { Additions } from '../additions/additions.ts';
import type { InsteadChoices } from '../additions/additions.views.ts';
import type { Fulfilment } from '../fulfilment/fulfilment.ts';
import type { InvoiceDocument, Invoices } from '../invoices/invoices.ts';
import { isUuid } from '../is-uuid.ts';
import type { Loyalty } from '../loyalty/loyalty.ts';
import type { OrderClaim } from '../orders/look-up-order.ts';
import type { Orders } from '../orders/orders.ts';
import type { OrderView } from '../orders/orders.views.ts';
import type { Returns } from '../returns/returns.ts';
import type { LookedUpOrder, OrderOpening, OrderProgressView } from './progress.views.ts';

/** What became of orders, for their shoppers. Undefined = there is no such order, or it is not theirs. */
export interface Progress {
  of(opening: OrderOpening): Promise<OrderProgressView | undefined>;
  /** What can be had instead of pieces of it that may be announced as returns, by line. */
  instead(opening: OrderOpening): Promise<readonly InsteadChoices[]>;
  /** By what stands in the confirmation; tries are counted. */
  lookUp(claim: OrderClaim): Promise<LookedUpOrder | undefined>;
  /** Documents with their pages, and the receipt. */
  papers(
    opening: OrderOpening,
  ): Promise<{ readonly documents: readonly InvoiceDocument[]; readonly receipt: string } | undefined>;
  /** One of them as a whole HTML page: the receipt, or a document by its id. */
  paper(opening: OrderOpening, id: string): Promise<string | undefined>;
}

export function createProgress({
  orders,
  additions,
  fulfilment,
  returns,
  invoices,
  loyalty,
}: {
  readonly orders: Orders;
  readonly additions: Additions;
  readonly fulfilment: Fulfilment;
  readonly returns: Returns;
  readonly invoices: Invoices;
  readonly loyalty: Loyalty;
}): Progress {
  async function open(opening: OrderOpening): Promise<OrderView | undefined> {
    if (!isUuid(opening.orderId)) return undefined;
    return 'actor' in opening
      ? orders.openOwn(opening.actor, opening.orderId)
      : orders.open(opening.orderId, opening.key);
  }

  return {
    async of(opening) {
      const order = await open(opening);
      if (!order) return undefined;
      const [shipments, back, documents, earned, allowances, cancellations, added, transfer] =
        await Promise.all([
          fulfilment.ofOpened(order),
          returns.ofOpened(order),
          invoices.ofOpened(order),
          loyalty.ofOpened(order),
          orders.allowancesOf(order),
          orders.cancellationsOf(order),
          additions.ofOpened(order),
          invoices.transferOf(order),
        ]);
      return {
        shipments,
        ...back,
        allowances,
        cancellations,
        additions: added,
        ...(earned && { earned }),
        ...(transfer && { transfer }),
        documents: documents.map(({ html: _, ...view }) => view),
      };
    },
    async instead(opening) {
      const order = await open(opening);
      return order ? returns.choicesOfOpened(order) : [];
    },
    async lookUp(claim) {
      const order = await orders.lookUp(claim);
      if (!order) return undefined;
      const shipments = await fulfilment.ofOpened(order);
      return { order, shipments: shipments.map(({ code: _, ...shipment }) => shipment) };
    },
    async papers(opening) {
      const order = await open(opening);
      if (!order) return undefined;
      return { documents: await invoices.ofOpened(order), receipt: await invoices.receipt(order) };
    },
    async paper(opening, id) {
      const order = await open(opening);
      if (!order) return undefined;
      if (id === 'receipt') return invoices.receipt(order);
      return (await invoices.ofOpened(order)).find((each) => each.id === id)?.html;
    },
  };
}
