import { CommerceError } from '../commerce-error.ts';
import { sharesOfLines } from '../orders/give-back.rules.ts';
import { demandOf } from '../orders/order-pieces.ts';
import type { LockedOrder } from '../orders/orders.ts';
import { type KeptReturn, readReturns, writeReturn } from './keep-return.ts';
import { type Inspected, type ReturnDesk, tellReturn } from './return-desk.ts';
import type { ReturnsTables } from './returns.tables.ts';
import { fitInsteadTo } from './settle-instead.ts';

/**
 * Pieces are back: counted, put into stock, and worth their share from now on. SPEC rules RET-4 to RET-6. The order is
 * locked, the return approved.
 * @throws CommerceError `bad_input` when the inspection does not say of every announced piece what became of it,
 * `unknown_location`.
 */
export async function receivePieces(
  desk: ReturnDesk,
  order: LockedOrder,
  {
    kept,
    locationId,
    inspected,
  }: { readonly kept: KeptReturn; readonly locationId: string; readonly inspected: readonly Inspected[] },
): Promise<{ readonly kept: KeptReturn; readonly order: LockedOrder }> {
  const { tx, orders, at } = desk;
  requireWhole(kept, inspected);
  await requireLocation(desk, locationId);
  const pieces = inspected
    .map(({ lineId, resellable, damaged }) => ({ lineId, quantity: resellable + damaged }))
    .filter(({ quantity }) => quantity > 0);
  const shares = sharesOfLines(order, pieces);
  const fitted = await fitInsteadTo(desk, order, { kept, inspected });
  const counted = await orders.inTransaction.count(tx, order, { as: 'returned', pieces });
  await bookResellable(desk, order, { kept, locationId, inspected });
  for (const { lineId, resellable, damaged, missing } of inspected) {
    const share = shares.find((each) => each.lineId === lineId)?.share;
    const { net = 0, tax = 0, gross = 0, taxes = [] } = share ?? {};
    const { cancelled, returned } = order.lines.find(({ id }) => id === lineId)!;
    await tx
      .tables<ReturnsTables>()
      .updateTable('returns_line')
      .set({
        ...{ resellable, damaged, missing, pieces_before: cancelled + returned },
        ...{ net, tax, gross, taxes: JSON.stringify(taxes) },
      })
      .where('return_id', '=', kept.id)
      .where('line_id', '=', lineId)
      .execute();
  }
  await writeReturn(tx, fitted, { state: 'received', location_id: locationId, updated_at: at });
  await tellReturn(desk, kept, 'received', { location: locationId, lines: inspected });
  return { kept: (await readReturns(tx, { id: kept.id }))[0]!, order: counted };
}

async function bookResellable(
  { tx, stock, actor, at }: ReturnDesk,
  order: LockedOrder,
  { kept, locationId, inspected }: { kept: KeptReturn; locationId: string; inspected: readonly Inspected[] },
): Promise<void> {
  const back = inspected
    .map(({ lineId, resellable }) => ({ lineId, quantity: resellable }))
    .filter(({ quantity }) => quantity > 0);
  if (back.length === 0) return;
  const reference = `return:${kept.id}`;
  const bookings = demandOf(order, back).map(({ variantId, quantity }) => ({
    variantId,
    locationId,
    onHand: quantity,
    reason: 'returned',
    reference,
  }));
  const booked = await stock.book(tx, bookings, { actor, at });
  if (booked.kind === 'not-enough')
    throw new Error(`Returned pieces of variant "${booked.variantId}" could not be put into stock.`);
}

function requireWhole({ lines, number }: KeptReturn, inspected: readonly Inspected[]): void {
  const unknown = inspected.find(({ lineId }) => !lines.some(({ line_id }) => line_id === lineId));
  if (unknown) throw new CommerceError('bad_input', `Return ${number} has no line "${unknown.lineId}".`);
  for (const { line_id, quantity } of lines) {
    const found = inspected.find(({ lineId }) => lineId === line_id);
    const sum = found ? found.resellable + found.damaged + found.missing : 0;
    if (sum === quantity) continue;
    throw new CommerceError(
      'bad_input',
      `Return ${number} announced ${quantity} pieces of line "${line_id}", ${sum} were inspected. Say of each whether it is resellable, damaged or missing.`,
    );
  }
}

async function requireLocation({ tx, stores }: ReturnDesk, id: string): Promise<void> {
  const known = (await stores.locations({ on: tx })).map((location) => location.id);
  if (known.includes(id)) return;
  throw new CommerceError(
    'unknown_location',
    `There is no location "${id}". Locations: ${known.join(', ') || 'none yet'}.`,
  );
}
