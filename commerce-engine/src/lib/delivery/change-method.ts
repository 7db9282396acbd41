import type { Transaction } from '@vitrine/database';
import type { z } from 'zod';
import { CommerceError } from '../commerce-error.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import { lockInOrder } from '../lock-in-order.ts';
import type { ChannelView } from '../stores/stores.views.ts';
import { readMethods } from './delivery.queries.ts';
import type { DeliveryTables } from './delivery.tables.ts';
import type { methodChangeSchema, StoredMethod } from './delivery-input.ts';

export type ChangeMethodOutcome =
  | { readonly kind: 'changed' | 'unchanged'; readonly method: StoredMethod }
  | { readonly kind: 'no-method' };

/**
 * Changes what is said of a method and leaves the rest.
 * @param note hears what changed, with what it was before.
 * @throws CommerceError `bad_input` at `patch.channels` for channels that do not exist.
 */
export async function changeMethod(
  tx: Transaction,
  { id, patch }: z.output<typeof methodChangeSchema>,
  channels: readonly ChannelView[],
  note: (changed: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<ChangeMethodOutcome> {
  await lockInOrder(tx, 'delivery', ['methods']);
  const before = (await readMethods(tx)).find((each) => each.id === id);
  if (!before) return { kind: 'no-method' };
  requireChannels(patch.channels ?? [], channels);
  const method = withPatch(before, patch);
  const changed = (Object.keys(patch) as (keyof typeof patch)[]).filter(
    (key) => canonicalJson(before[key] ?? null) !== canonicalJson(method[key] ?? null),
  );
  if (changed.length === 0) return { kind: 'unchanged', method };
  await tx
    .tables<DeliveryTables>()
    .updateTable('delivery_method')
    .set({ method: JSON.stringify(method) })
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
  return { kind: 'changed', method };
}

function withPatch(
  method: StoredMethod,
  { channels, retired, ...rest }: z.output<typeof methodChangeSchema>['patch'],
): StoredMethod {
  const { channels: oldChannels, retired: wasRetired, ...old } = method;
  const holds = channels === undefined ? oldChannels : (channels ?? undefined);
  return {
    ...old,
    ...rest,
    ...(holds && { channels: holds }),
    ...((retired ?? wasRetired) && { retired: true }),
  };
}

function requireChannels(named: readonly string[], channels: readonly ChannelView[]): void {
  const unknown = named.filter((id) => channels.every((channel) => channel.id !== id));
  if (unknown.length === 0) return;
  const known = channels.map(({ id }) => id).join(', ') || 'none yet';
  const problem = `expected channels of the shop, got ${unknown.map((id) => `"${id}"`).join(', ')}. Channels: ${known}`;
  throw new CommerceError('bad_input', `Cannot change this delivery method: ${problem}.`, {
    fields: [{ path: 'patch.channels', problem }],
  });
}
