import type { Transaction } from '@vitrine/database';
import type { z } from 'zod';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import { lockInOrder } from '../lock-in-order.ts';
import { parseInput } from '../parse-input.ts';
import { readMethodsForStaff } from './delivery.queries.ts';
import type { DeliveryTables } from './delivery.tables.ts';
import {
  type methodChangeSchema,
  methodSchema,
  type StaffMethod,
  type StoredMethod,
} from './delivery-input.ts';
import { requireOwnPlaces, type ShopPlaces } from './own-places.ts';

export type ChangeMethodOutcome =
  | { readonly kind: 'changed' | 'unchanged'; readonly method: StaffMethod }
  /** Somebody changed it since `version` was looked at; nothing was written. */
  | { readonly kind: 'changed-meanwhile'; readonly version: number }
  | { readonly kind: 'no-method' };

/**
 * Changes what is said of a method and leaves the rest.
 * @param note hears what changed, with what it was before.
 * @throws CommerceError `bad_input` for channels and stores that do not exist, and for what its kind does not have.
 */
export async function changeMethod(
  tx: Transaction,
  { id, version, ...patch }: z.output<typeof methodChangeSchema>,
  places: ShopPlaces,
  note: (changed: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<ChangeMethodOutcome> {
  await lockInOrder(tx, 'delivery', ['methods']);
  const stored = (await readMethodsForStaff(tx)).find((each) => each.id === id);
  if (!stored) return { kind: 'no-method' };
  if (stored.version !== version) return { kind: 'changed-meanwhile', version: stored.version };
  requireOwnPlaces(patch, places);
  const { version: _, ...before } = stored;
  const method = withPatch(before, patch);
  const changed = (Object.keys(patch) as (keyof typeof patch)[]).filter(
    (key) => canonicalJson(before[key] ?? null) !== canonicalJson(method[key] ?? null),
  );
  if (changed.length === 0) return { kind: 'unchanged', method: stored };
  await tx
    .tables<DeliveryTables>()
    .updateTable('delivery_method')
    .set({ method: JSON.stringify(method), version: version + 1 })
    .where('id', '=', id)
    .execute();
  await tx.emit({ kind: 'delivery.changed', payload: { methodIds: [id] } });
  await note(
    Object.fromEntries(
      changed.flatMap((key) => [
        [key, method[key] ?? 'not laid down'],
        [`${key}Before`, before[key] ?? 'not laid down'],
      ]),
    ),
  );
  return { kind: 'changed', method: { ...method, version: version + 1 } };
}

/** `null` and `retired: false` leave nothing behind. */
function withPatch(
  before: StoredMethod,
  patch: Omit<z.output<typeof methodChangeSchema>, 'id' | 'version'>,
): StoredMethod {
  const parts = Object.entries({ ...before, ...patch }).filter(
    ([key, value]) => value !== null && value !== undefined && !(key === 'retired' && value === false),
  );
  return parseInput(methodSchema, Object.fromEntries(parts), 'this change of a delivery method');
}
