import type { Additions } from '../additions/additions.ts';
import { timeZoneOf } from '../delivery/time-zones.rules.ts';
import type { Fulfilment } from '../fulfilment/fulfilment.ts';
import type { Invoices } from '../invoices/invoices.ts';
import type { Mail } from '../mail/mail.ts';
import type { Orders } from '../orders/orders.ts';
import type { OrderView } from '../orders/orders.views.ts';
import type { Returns } from '../returns/returns.ts';
import type { Stores } from '../stores/stores.ts';
import { LETTER_KINDS, type LetterMatter, orderLetter } from './order-letter.ts';
import { placedLetter } from './placed-letter.ts';

export interface LetterDoors {
  readonly orders: Orders;
  readonly additions: Pick<Additions, 'find'>;
  readonly fulfilment: Fulfilment;
  readonly returns: Returns;
  readonly invoices: Pick<Invoices, 'transferOf'>;
  readonly mail: Mail;
  readonly stores: Pick<Stores, 'channel' | 'locations'>;
  /** Where a shopper looks at their order. Undefined = letters have no link. */
  readonly linkTo: (order: OrderView) => Promise<string | undefined>;
}

/** Kinds of timeline entries with which the whole order is confirmed. */
const CONFIRMATIONS: ReadonlySet<string> = new Set(['placed', 'confirmed-again']);

const writer = { kind: 'system', reason: 'letters' } as const;

/** Shoppers are written what became of their orders. Once, while the engine is put together. */
export function joinOrderLetters({
  orders,
  additions,
  fulfilment,
  returns,
  invoices,
  mail,
  stores,
  linkTo,
}: LetterDoors): void {
  for (const kind of CONFIRMATIONS)
    mail.define(`order-${kind}`, async (entryId) => {
      const found = await orders.entry(entryId);
      if (!found) return undefined;
      const link = await linkTo(found.order);
      const transfer = await invoices.transferOf(found.order);
      return placedLetter(found.order, { link, transfer, locations: await stores.locations() });
    });
  const write = async (entryId: string) => {
    const found = await orders.entry(entryId);
    return found && orderLetter({ ...found, ...(await matterOf(found)) });
  };
  for (const kind of LETTER_KINDS) mail.define(`order-${kind}`, write);
  orders.onTold(async (tx, { id, kind }) => {
    if (CONFIRMATIONS.has(kind) || LETTER_KINDS.has(kind))
      await mail.inTransaction.queue(tx, { kind: `order-${kind}`, reference: id });
  });

  async function matterOf({ order, event }: Pick<LetterMatter, 'order' | 'event'>) {
    const link = await linkTo(order);
    const { shipment: shipmentId, return: returnId, addition: additionId } = event.detail;
    const shipments = event.kind === 'ready' ? await fulfilment.shipments(writer, order.id) : [];
    const isReady = shipments.some(({ id, state }) => id === shipmentId && state === 'ready');
    const back = typeof returnId === 'string' ? await returns.get(writer, returnId) : undefined;
    const added = typeof additionId === 'string' ? await additions.find(additionId) : undefined;
    const { country } = await stores.channel(order.channel);
    return {
      timeZone: timeZoneOf(country),
      ...(added && { added }),
      ...(link !== undefined && { link }),
      ...(isReady && {
        pickup: { code: fulfilment.pickupCode(order.id), locations: await stores.locations() },
      }),
      ...(back && { back }),
      ...(event.kind === 'return-approved' && (await sendTo(order.channel))),
    };
  }

  /** The first place a channel sells from whose address is known, warehouses before stores. */
  async function sendTo(channelId: string): Promise<Pick<LetterMatter, 'sendTo'>> {
    const { locations: own } = await stores.channel(channelId);
    const known = (await stores.locations())
      .filter(({ id, address }) => address && own.includes(id))
      .sort((a, b) => own.indexOf(a.id) - own.indexOf(b.id));
    const place = known.find(({ kind }) => kind === 'warehouse') ?? known[0];
    return place?.address ? { sendTo: { name: place.name, ...place.address } } : {};
  }
}
