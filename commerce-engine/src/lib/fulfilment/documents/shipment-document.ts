import { addressLines } from '../../documents/address-lines.rules.ts';
import { dateIn } from '../../documents/date-in.ts';
import { documentPage, type Html, html } from '../../documents/document-page.ts';
import type { OrderAddress, OrderView } from '../../orders/orders.views.ts';
import type { ShipmentView } from '../fulfilment.views.ts';
import { type DocumentWords, documentWords } from './document-words.ts';

/** A shipment as far as papers tell of it: one that is still to be packed has no more. */
type PapersShipment = Pick<ShipmentView, 'kind' | 'lines' | 'carrier' | 'tracking'>;

export interface ShipmentPaper {
  readonly order: OrderView;
  readonly shipment: PapersShipment;
  /** Default the order's. */
  readonly locale?: string;
  /** IANA name; for dates. Default UTC. */
  readonly timeZone?: string;
}

/** What lies in the parcel: FUL-11. */
export function packingSlip(paper: ShipmentPaper): string {
  const { order, shipment } = paper;
  const { locale, words, delivery } = partsOf(paper);
  const later = linesOf(order, laterOf(paper));
  return documentPage({
    locale,
    title: `${words.packingSlip} ${order.number}`,
    body: html`<h1>${words.packingSlip}</h1>
${factsOf(paper, [
  [words.carrier, shipment.carrier],
  [words.tracking, shipment.tracking],
])}
<h2>${words.shipTo}</h2>
${addressOf(delivery?.address, { order, locale })}
${tableOf(words, linesOf(order, shipment.lines))}
${later.length > 0 ? html`<h2>${words.later}</h2>${tableOf(words, later)}` : undefined}
${giftOf(paper)}
<p>${words.thanks}</p>`,
  });
}

/** What will lie in a parcel of these pieces, for whoever packs it: FUL-14. Undefined = they are not open, or not of one delivery. */
export function slipToPack(
  { order, ...paper }: Omit<ShipmentPaper, 'shipment'>,
  pieces: readonly Pieces[],
): string | undefined {
  const known = pieces.map(({ lineId, quantity }) => ({
    quantity,
    line: order.lines.find(({ id }) => id === lineId),
  }));
  const isOpen = known.every(
    ({ line, quantity }) =>
      line && quantity > 0 && quantity <= line.quantity - line.fulfilled - line.cancelled,
  );
  const isOne = new Set(known.map(({ line }) => line?.deliveryId)).size === 1;
  if (!isOpen || !isOne) return undefined;
  const lines = order.lines.map((line) => {
    const quantity = pieces.find(({ lineId }) => lineId === line.id)?.quantity ?? 0;
    return { ...line, fulfilled: line.fulfilled + quantity };
  });
  // As it stands once they have left.
  const packed = { ...order, lines, fulfilment: 'partly' as const };
  return packingSlip({ ...paper, order: packed, shipment: { kind: 'parcel', lines: pieces } });
}

/** What waits for its shopper at the counter. */
export function pickupNote(paper: ShipmentPaper & { readonly code: string }): string {
  const { order, shipment, code } = paper;
  const { locale, words, delivery, timeZone } = partsOf(paper);
  const slot = delivery?.slot;
  return documentPage({
    locale,
    title: `${words.pickupNote} ${order.number}`,
    body: html`<h1>${words.pickupNote}</h1>
<p class="code"><span>${code}</span></p>
<p><small>${words.showCode}</small></p>
${factsOf(paper, [
  [words.pickUpAt, delivery?.store && `${delivery.store.name}, ${delivery.store.city}`],
  [words.slot, slot && dateIn(slot, { locale, timeZone, withTime: true })],
  [words.note, order.note],
])}
${tableOf(words, linesOf(order, shipment.lines))}
${giftOf(paper)}`,
  });
}

function giftOf(paper: ShipmentPaper): Html | undefined {
  const { giftMessage } = paper.order;
  if (giftMessage === undefined) return undefined;
  return html`<h2>${partsOf(paper).words.giftMessage}</h2>
<p class="message">${giftMessage}</p>`;
}

function partsOf({ order, shipment, locale = order.locale, timeZone = 'UTC' }: ShipmentPaper) {
  const delivery = order.deliveries.find(({ id }) => id === deliveryIdOf(order, shipment));
  return { locale, timeZone, words: documentWords(locale), delivery };
}

/** Pieces of one shipment are of one delivery. */
function deliveryIdOf({ lines }: OrderView, shipment: PapersShipment): string | undefined {
  return lines.find(({ id }) => shipment.lines.some(({ lineId }) => lineId === id))?.deliveryId;
}

function factsOf(paper: ShipmentPaper, more: readonly (readonly [string, string | undefined])[]): Html {
  const { order } = paper;
  const { words, locale, timeZone } = partsOf(paper);
  const facts = [
    [words.order, order.number],
    [words.ordered, dateIn(order.placedAt, { locale, timeZone })],
    ...more,
  ] as const;
  const rows = facts
    .filter(([, fact]) => fact)
    .map(
      ([name, fact]) => html`<dt>${name}</dt><dd>${fact}</dd>
`,
    );
  return html`<p>${order.contact.name}</p>
<dl>
${rows}</dl>`;
}

function addressOf(
  address: OrderAddress | undefined,
  { order: { contact }, locale }: { order: OrderView; locale: string },
): Html {
  if (!address) return html`<address>${contact.name}<br>${contact.email}</address>`;
  return html`<address>${addressLines(address, locale).map((line) => html`${line}<br>`)}</address>`;
}

type Pieces = { readonly lineId: string; readonly quantity: number };

function laterOf({ order, shipment }: ShipmentPaper): Pieces[] {
  // A slip that is printed again tells how things stand then.
  if (order.fulfilment !== 'partly' || shipment.kind === 'pickup') return [];
  const deliveryId = deliveryIdOf(order, shipment);
  return order.lines
    .filter((line) => line.deliveryId === deliveryId)
    .map(({ id, quantity, fulfilled, cancelled }) => ({
      lineId: id,
      quantity: quantity - fulfilled - cancelled,
    }));
}

function linesOf({ lines }: OrderView, pieces: readonly Pieces[]) {
  return lines.flatMap((line) => {
    const quantity = pieces.find(({ lineId }) => lineId === line.id)?.quantity ?? 0;
    // Whoever packs takes these from the shelf.
    const contents = (line.components ?? []).map(
      (each) =>
        `${each.quantity * quantity} × ${each.name}${each.options ? `, ${each.options}` : ''} (${each.sku})`,
    );
    return quantity > 0 ? [{ ...line, quantity, contents }] : [];
  });
}

function tableOf(words: DocumentWords, lines: ReturnType<typeof linesOf>): Html {
  const rows = lines.map(
    ({ quantity, name, options, sku, contents }) =>
      html`<tr><td>${quantity}</td><td>${name}${options ? `, ${options}` : ''}<br><small>${sku}</small>${contents.length > 0 ? html`<br><small>${words.made}</small><ul>${contents.map((each) => html`<li>${each}</li>`)}</ul>` : undefined}</td></tr>
`,
  );
  return html`<table>
<thead><tr><th scope="col">${words.pieces}</th><th scope="col">${words.article}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}
