import { CommerceError } from '../commerce-error.ts';
import { allocateBackorders } from './allocate-backorders.ts';
import { bookStock, type StockDesk, watchStock } from './book-stock.ts';
import { readStock, type VariantStock } from './inventory.queries.ts';
import type { InventoryTables } from './inventory.tables.ts';
import { noteAbsolute } from './keep-counts.ts';
import { setPreorder } from './set-preorder.ts';
import type { AdjustInput, MoveInput, SetOnHandInput, StockPolicyInput } from './stock-input.ts';

/** What came of a change of stock. Refusals change nothing. */
export type StockOutcome =
  | { readonly kind: 'changed'; readonly onHand: number; readonly reserved: number }
  | { readonly kind: 'unchanged'; readonly onHand: number; readonly reserved: number }
  /** So many pieces could have been taken; the rest is reserved or not there. */
  | { readonly kind: 'not-enough'; readonly free: number };

export async function adjustStock(desk: StockDesk, input: AdjustInput): Promise<StockOutcome> {
  await requireLocations(desk, [input.locationId]);
  const { quantity, ...rest } = input;
  return watch(desk, input.variantId, {}, async () => {
    const booked = await bookStock(desk.tx, [{ ...rest, onHand: quantity }], desk);
    return booked.kind === 'booked' ? settledLevel(desk, input) : { kind: 'not-enough', free: booked.free };
  });
}

export async function setStockOnHand(desk: StockDesk, input: SetOnHandInput): Promise<StockOutcome> {
  await requireLocations(desk, [input.locationId]);
  return watch(desk, input.variantId, {}, async (stock) => {
    const level = stock.levels.get(input.locationId);
    const onHand = input.onHand - (level?.onHand ?? 0);
    if (onHand === 0) {
      await noteAbsolute(desk.tx, [input], desk);
      return { kind: 'unchanged', onHand: input.onHand, reserved: level?.reserved ?? 0 };
    }
    const booked = await bookStock(desk.tx, [{ ...input, onHand }], desk);
    if (booked.kind !== 'booked') return { kind: 'not-enough', free: booked.free };
    await noteAbsolute(desk.tx, [input], desk);
    return settledLevel(desk, input);
  });
}

/** @returns the level at the place it came from. */
export async function moveStock(desk: StockDesk, input: MoveInput): Promise<StockOutcome> {
  const { variantId, from, to, quantity, reference } = input;
  await requireLocations(desk, [from, to]);
  return watch(desk, variantId, {}, async () => {
    const leg = { variantId, reason: 'moved', reference };
    const taken = await bookStock(desk.tx, [{ ...leg, locationId: from, onHand: -quantity }], desk);
    if (taken.kind === 'not-enough') return { kind: 'not-enough', free: taken.free };
    await bookStock(desk.tx, [{ ...leg, locationId: to, onHand: quantity }], desk);
    return settledLevel(desk, { variantId, locationId: from });
  });
}

export async function setStockPolicy(desk: StockDesk, input: StockPolicyInput): Promise<null> {
  const { variantId, backorder, preorder, lowStock, buffers = {}, lowAt = {} } = input;
  await requireLocations(desk, [...Object.keys(buffers), ...Object.keys(lowAt)]);
  const isOnlyLowStock = Object.keys(input).every((key) => key === 'variantId' || key === 'lowStock');
  return watch(desk, variantId, { mayBeBundle: isOnlyLowStock }, async (before) => {
    const tables = desk.tx.tables<InventoryTables>();
    if (backorder !== undefined || lowStock !== undefined) {
      await tables
        .updateTable('inventory_item')
        .set({ backorder, low_stock: lowStock })
        .where('variant_id', '=', variantId)
        .execute();
    }
    if (preorder !== undefined) {
      if (preorder && preorder.shipsFrom !== before.policy.preorder?.shipsFrom)
        await requireToCome(desk, preorder.shipsFrom);
      await setPreorder(desk, variantId, preorder);
    }
    for (const locationId of new Set([...Object.keys(buffers), ...Object.keys(lowAt)])) {
      const buffer = buffers[locationId];
      const low = lowAt[locationId];
      const level = {
        ...(buffer !== undefined && { buffer }),
        ...(low !== undefined && { low_at: low }),
      };
      await tables
        .insertInto('inventory_level')
        .values({ variant_id: variantId, location_id: locationId, ...level })
        .onConflict((conflict) => conflict.columns(['variant_id', 'location_id']).doUpdateSet(level))
        .execute();
    }
    return null;
  });
}

/** @throws CommerceError `bad_input` when the day has begun everywhere: SPEC rule PRE-11. */
async function requireToCome({ tx, clocks, at }: StockDesk, day: string): Promise<void> {
  if (await clocks.nextBegin(tx, day, at)) return;
  const problem = `expected a day that is to come, ${day} has begun`;
  const fields = [{ path: 'preorder.shipsFrom', problem }];
  throw new CommerceError('bad_input', `Nothing can be preordered for ${day}: the day has begun.`, {
    fields,
  });
}

/** @throws CommerceError `unknown_variant`; `conflict` for a bundle: SPEC rule BUN-2. */
function watch<Outcome>(
  desk: StockDesk,
  variantId: string,
  { mayBeBundle = false }: { readonly mayBeBundle?: boolean },
  work: (stock: VariantStock) => Promise<Outcome>,
): Promise<Outcome> {
  return watchStock(desk, [variantId], (before) => {
    const stock = before.get(variantId);
    if (!stock)
      throw new CommerceError('unknown_variant', `There is no variant "${variantId}". Nothing was changed.`);
    if (!mayBeBundle) requireOwnStock(stock);
    return work(stock);
  });
}

/** @throws CommerceError `conflict`. */
export function requireOwnStock({ components }: Pick<VariantStock, 'components'>): void {
  if (!components) return;
  throw new CommerceError(
    'conflict',
    'A bundle has no stock of its own: book, count and set the policy of what it is made of. Nothing was changed.',
  );
}

/** What arrived goes to those who wait for it before anybody is told how much there is. */
async function settledLevel(
  desk: StockDesk,
  { variantId, locationId }: { variantId: string; locationId: string },
): Promise<StockOutcome> {
  await allocateBackorders(desk, [variantId]);
  const level = (await readStock(desk.tx, [variantId])).get(variantId)!.levels.get(locationId)!;
  return { kind: 'changed', onHand: level.onHand, reserved: level.reserved };
}

/** @throws CommerceError `unknown_location`. */
export async function requireLocations(
  { tx, stores }: Pick<StockDesk, 'tx' | 'stores'>,
  ids: readonly string[],
): Promise<void> {
  const known = (await stores.locations({ on: tx })).map((location) => location.id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  throw new CommerceError(
    'unknown_location',
    `There is no location ${unknown.map((id) => `"${id}"`).join(', ')}. Locations: ${known.join(', ') || 'none yet'}.`,
  );
}
