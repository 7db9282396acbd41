import type { Transaction } from '@vitrine/database';
import { CommerceError } from '../commerce-error.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import { readChannels, readLocations } from './stores.queries.ts';
import type { StoresTables } from './stores.tables.ts';
import type { ChannelInput, LocationInput } from './stores-import.ts';

export interface UpsertOutcome {
  readonly id: string;
  readonly kind: 'created' | 'changed' | 'unchanged';
}

/** Makes or changes locations; those not named stay. */
export async function upsertLocations(
  tx: Transaction,
  inputs: readonly LocationInput[],
): Promise<UpsertOutcome[]> {
  const before = await readLocations(tx);
  const tables = tx.tables<StoresTables>();
  const outcomes: UpsertOutcome[] = [];
  let position = before.length;
  for (const input of inputs) {
    const old = before.find((each) => each.id === input.id);
    const kind = kindOf(old, input);
    outcomes.push({ id: input.id, kind });
    if (kind === 'unchanged') continue;
    const row = {
      kind: input.kind,
      name: input.name,
      city: input.city,
      address: input.address ? JSON.stringify(input.address) : null,
      opening_hours: input.openingHours ? JSON.stringify(input.openingHours) : null,
    };
    await tables
      .insertInto('stores_location')
      .values({ id: input.id, ...row, position: position++ })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
  await emitChanges(tx, 'location.changed', 'locationIds', outcomes);
  return outcomes;
}

/**
 * Makes or changes channels; those not named stay.
 * @throws CommerceError `unknown_location` when a channel would sell from a place that does not exist.
 */
export async function upsertChannels(
  tx: Transaction,
  inputs: readonly ChannelInput[],
): Promise<UpsertOutcome[]> {
  const before = await readChannels(tx);
  await requireLocations(tx, inputs);
  const tables = tx.tables<StoresTables>();
  const outcomes: UpsertOutcome[] = [];
  let position = before.length;
  for (const input of inputs) {
    const old = before.find((each) => each.id === input.id);
    const kind = kindOf(old, input);
    outcomes.push({ id: input.id, kind });
    if (kind === 'unchanged') continue;
    const row = {
      kind: input.kind,
      name: input.name,
      locales: [...input.locales],
      currencies: [...input.currencies],
      country: input.country,
      tax_display: input.taxDisplay,
    };
    await tables
      .insertInto('stores_channel')
      .values({ id: input.id, ...row, position: position++ })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    await tables.deleteFrom('stores_channel_location').where('channel_id', '=', input.id).execute();
    if (input.locations.length === 0) continue;
    await tables
      .insertInto('stores_channel_location')
      .values(
        input.locations.map((location_id, index) => ({ channel_id: input.id, location_id, position: index })),
      )
      .execute();
  }
  await emitChanges(tx, 'channel.changed', 'channelIds', outcomes);
  return outcomes;
}

async function requireLocations(tx: Transaction, inputs: readonly ChannelInput[]): Promise<void> {
  const known = new Set((await readLocations(tx)).map((location) => location.id));
  for (const { id, locations } of inputs) {
    const unknown = locations.filter((location) => !known.has(location));
    if (unknown.length === 0) continue;
    throw new CommerceError(
      'unknown_location',
      `Channel "${id}" sells from ${unknown.map((each) => `"${each}"`).join(', ')}, which does not exist. Locations: ${[...known].join(', ') || 'none yet'}. Import the location first.`,
    );
  }
}

function kindOf(old: { id: string } | undefined, input: { id: string }): UpsertOutcome['kind'] {
  if (!old) return 'created';
  return canonicalJson(old) === canonicalJson(input) ? 'unchanged' : 'changed';
}

async function emitChanges(
  tx: Transaction,
  kind: string,
  name: string,
  outcomes: readonly UpsertOutcome[],
): Promise<void> {
  const ids = outcomes.filter((outcome) => outcome.kind !== 'unchanged').map((outcome) => outcome.id);
  if (ids.length > 0) await tx.emit({ kind, payload: { [name]: ids } });
}
