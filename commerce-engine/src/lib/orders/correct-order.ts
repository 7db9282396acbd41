import type { Transaction } from '@vitrine/database';
import { CommerceError } from '../commerce-error.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import type { Place } from '../tax/place.rules.ts';
import { ERASED } from './customer-orders.ts';
import { type LockedOrder, lockOrder } from './lock-order.ts';
import type { CorrectionInput } from './order-input.ts';
import { openOf } from './order-pieces.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { CorrectedField, CorrectionOutcome, OrderAddress } from './orders.views.ts';

/** Asks other rooms whether one address costs what another does. */
export interface SameCosts {
  /** Whether a way of delivery, as it is now, goes there. */
  reaches(tx: Transaction, methodId: string, place: Place): Promise<boolean>;
  /** Whether what goes to either place bears the same taxes. False when that is not known. */
  taxesAlike(tx: Transaction, one: Place, other: Place): Promise<boolean>;
}

export interface CorrectionDesk {
  readonly costs: SameCosts;
  /** Who showed that an address is theirs. */
  ownerOf(tx: Transaction, email: string): Promise<string | undefined>;
  readonly at: Date;
  tell(detail: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Writes an order right where that changes no price: SPEC rules ORDER-14 to ORDER-16. */
export async function correctOrder(
  tx: Transaction,
  { costs, ownerOf, at, tell }: CorrectionDesk,
  { orderId, contact, billing, note, giftMessage, addresses = [] }: CorrectionInput,
): Promise<CorrectionOutcome> {
  const order = await lockOrder(tx, orderId);
  const tables = tx.tables<OrdersTables>();
  const head = await tables
    .selectFrom('orders_order')
    .select([
      'email',
      'name',
      'phone',
      'billing',
      'note',
      'gift_message',
      'fulfilment',
      'customer_id',
      'by_address',
      'link_version',
    ])
    .where('id', '=', orderId)
    .executeTakeFirst();
  if (!order || !head || head.email.startsWith(ERASED)) return { kind: 'no-order' };
  const wanted = {
    ...(contact?.email !== undefined && { email: contact.email.toLowerCase() }),
    ...(contact?.name !== undefined && { name: contact.name }),
    ...(contact?.phone !== undefined && { phone: contact.phone }),
    ...(billing !== undefined && { billing }),
    ...(note !== undefined && { note }),
    ...(giftMessage !== undefined && { gift_message: giftMessage || null }),
  };
  const changed = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (field) => !isSame(wanted[field], head[field]),
  );
  // The invoice is written when the first goods leave, and never changes; the message lies in their parcel.
  const late = changed.find((field) => field === 'billing' || field === 'gift_message');
  if (late && head.fulfilment !== 'open') return { kind: 'not-now', field: fieldOf(late) };
  const moved = addresses.filter(
    ({ deliveryId, address }) => !isSame(address, deliveryOf(order, deliveryId).address),
  );
  for (const each of moved) {
    const refusal = await refusalOf(tx, costs, order, each);
    if (refusal) return refusal;
  }
  const fields: CorrectedField[] = [
    ...changed.map(fieldOf),
    ...(moved.length > 0 ? (['address'] as const) : []),
  ];
  if (fields.length === 0) return { kind: 'corrected', fields };
  const isOwnerless = head.customer_id === null || head.by_address;
  // It went to somebody else: neither their account nor their link opens it any more.
  const readdressed = changed.includes('email') && {
    link_version: head.link_version + 1,
    ...(isOwnerless && { customer_id: (await ownerOf(tx, wanted.email!)) ?? null, by_address: true }),
  };
  const { billing: invoiced, ...plain } = wanted;
  await tables
    .updateTable('orders_order')
    .set({
      ...plain,
      ...readdressed,
      ...(invoiced !== undefined && { billing: JSON.stringify(invoiced) }),
      updated_at: at,
    })
    .where('id', '=', orderId)
    .execute();
  for (const { deliveryId, address } of moved)
    await tables
      .updateTable('orders_delivery')
      .set({ address: JSON.stringify(address) })
      .where('id', '=', deliveryId)
      .execute();
  // Only what was corrected, not to what: the timeline outlives what the order says about a person.
  await tell({ fields });
  await tx.emit({ kind: 'order.corrected', payload: { orderId, fields } });
  return { kind: 'corrected', fields };
}

async function refusalOf(
  tx: Transaction,
  costs: SameCosts,
  order: LockedOrder,
  { deliveryId, address }: NonNullable<CorrectionInput['addresses']>[number],
): Promise<CorrectionOutcome | undefined> {
  const { kind, address: before, methodId } = deliveryOf(order, deliveryId);
  const lines = order.lines.filter((line) => line.deliveryId === deliveryId);
  const isOpen = lines.some((line) => openOf(line) > 0) && lines.every(({ fulfilled }) => fulfilled === 0);
  if (kind !== 'ship' || !before || !isOpen) return { kind: 'not-now', field: 'address' };
  const place = placeOf(address);
  if (address.country !== before.country || !(await costs.taxesAlike(tx, placeOf(before), place)))
    return { kind: 'other-price', because: 'tax' };
  if (!(await costs.reaches(tx, methodId, place))) return { kind: 'other-price', because: 'delivery' };
  return undefined;
}

function deliveryOf({ number, deliveries }: LockedOrder, deliveryId: string) {
  const found = deliveries.find(({ id }) => id === deliveryId);
  if (!found) throw new CommerceError('bad_input', `Order ${number} has no delivery "${deliveryId}".`);
  return found;
}

function placeOf({ country, postalCode, city, region }: OrderAddress): Place {
  return { country, postalCode, city, ...(region !== undefined && { region }) };
}

function fieldOf<Column extends string>(column: Column): Exclude<Column, 'gift_message'> | 'giftMessage' {
  return column === 'gift_message' ? 'giftMessage' : (column as Exclude<Column, 'gift_message'>);
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
