import type { Transaction } from '@vitrine/database';
import { z } from 'zod';
import { CommerceError } from '../commerce-error.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import { lockInOrder } from '../lock-in-order.ts';
import { upsertChannels } from './stores.commands.ts';
import { channelIn, readChannels, readLocations } from './stores.queries.ts';
import type { ChannelView } from './stores.views.ts';
import { channelPartsSchema } from './stores-import.ts';

export const channelChangeSchema = z
  .strictObject({ id: z.string().max(63), patch: z.strictObject(channelPartsSchema).partial() })
  .refine(({ patch }) => Object.keys(patch).length > 0, {
    path: ['patch'],
    message: 'expected a name, `taxDisplay` or locations',
  });
export type ChannelChangeInput = z.input<typeof channelChangeSchema>;

export interface ChangeChannelOutcome {
  readonly kind: 'changed' | 'unchanged';
  readonly channel: ChannelView;
}

/**
 * Changes what is said of a channel and leaves the rest.
 * @param note hears what changed, with what it was before.
 * @throws CommerceError `unknown_channel`; `bad_input` at `patch.locations` for places that do not exist.
 */
export async function changeChannel(
  tx: Transaction,
  { id, patch }: z.output<typeof channelChangeSchema>,
  note: (changed: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<ChangeChannelOutcome> {
  await lockInOrder(tx, 'stores', ['channels']);
  const before = channelIn(await readChannels(tx), id);
  await requireKnown(tx, patch.locations ?? []);
  const channel: ChannelView = { ...before, ...patch };
  const changed = (Object.keys(patch) as (keyof typeof patch)[]).filter(
    (key) => canonicalJson(before[key]) !== canonicalJson(channel[key]),
  );
  if (changed.length === 0) return { kind: 'unchanged', channel };
  await upsertChannels(tx, [channel]);
  await note(
    Object.fromEntries(
      changed.flatMap((key) => [
        [key, channel[key]],
        [`${key}Before`, before[key]],
      ]),
    ),
  );
  return { kind: 'changed', channel };
}

async function requireKnown(tx: Transaction, locations: readonly string[]): Promise<void> {
  const known = (await readLocations(tx)).map(({ id }) => id);
  const unknown = locations.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  const problem = `expected places of the shop, got ${unknown.map((id) => `"${id}"`).join(', ')}. Places: ${known.join(', ') || 'none yet'}`;
  throw new CommerceError('bad_input', `Cannot change this channel: ${problem}.`, {
    fields: [{ path: 'patch.locations', problem }],
  });
}
