import type { Transaction } from '@vitrine/database';
import { CommerceError } from '../commerce-error.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import { lockInOrder } from '../lock-in-order.ts';
import type { TaxTable, TaxTableRate } from './choose-rates.rules.ts';
import { readProductClasses, readTaxSettings, readTaxTable } from './tax.queries.ts';
import type { TaxTables } from './tax.tables.ts';
import type { ChannelTaxInput, ProductClassInput, TaxTablesInput } from './tax-input.ts';
import { defaultTaxSettings } from './tax-settings.ts';
import { writeTables } from './write-tax-tables.ts';

/** How many classes, zones and rates were made, changed or stood so already. */
export interface TaxImportOutcome {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Makes or changes classes, zones and rates by id; those not named stay.
 * @throws CommerceError `bad_input` when one names a class or zone that does not exist.
 */
export async function upsertTaxTables(tx: Transaction, input: TaxTablesInput): Promise<TaxImportOutcome> {
  await lockInOrder(tx, 'tax', ['tables']);
  const before = await readTaxTable(tx);
  requireKnown(before, input);
  const { classes = [], zones = [], rates = [] } = input;
  const changes = {
    classes: newOf(before.classes, classes),
    zones: newOf(before.zones, zones),
    rates: newOf(before.rates, rates.map(inInstants)),
  };
  await writeTables(tx, changes);
  const written = changes.classes.length + changes.zones.length + changes.rates.length;
  if (written > 0) await tx.emit({ kind: 'tax.changed', payload: { tables: true } });
  const created =
    countCreated(before.classes, classes) +
    countCreated(before.zones, zones) +
    countCreated(before.rates, rates);
  const unchanged = classes.length + zones.length + rates.length - written;
  return { created, changed: written - created, unchanged };
}

/** @throws CommerceError `bad_input` when a class does not exist. */
export async function setProductClasses(
  tx: Transaction,
  inputs: readonly ProductClassInput[],
): Promise<{ readonly changed: number }> {
  const ids = inputs.map(({ productId }) => productId);
  await lockInOrder(tx, 'tax-product', ids);
  requireClasses(
    await readTaxTable(tx),
    inputs.map((input) => input.class),
  );
  const before = await readProductClasses(tx, ids);
  const changed = inputs.filter((input, index) => input.class !== before[index]);
  if (changed.length === 0) return { changed: 0 };
  const tables = tx.tables<TaxTables>();
  await tables
    .insertInto('tax_product_class')
    .values(changed.map((input) => ({ product_id: input.productId, class_id: input.class })))
    .onConflict((conflict) =>
      conflict.column('product_id').doUpdateSet(({ ref }) => ({ class_id: ref('excluded.class_id') })),
    )
    .execute();
  await tx.emit({ kind: 'tax.changed', payload: { productIds: changed.map(({ productId }) => productId) } });
  return { changed: changed.length };
}

/** @throws CommerceError `bad_input` when the class of shipping does not exist. */
export async function setChannelTax(
  tx: Transaction,
  { channel, vatNumbers = defaultTaxSettings.vatNumbers, ...input }: ChannelTaxInput,
): Promise<null> {
  const settings = { ...input, vatNumbers };
  const { rounding, basedOn, shipping } = settings;
  if (shipping.kind === 'class') requireClasses(await readTaxTable(tx), [shipping.class]);
  const before = (await readTaxSettings(tx)).get(channel);
  if (before && canonicalJson(before) === canonicalJson(settings)) return null;
  const row = {
    rounding_mode: rounding.mode,
    rounding_level: rounding.level,
    based_on: basedOn,
    shipping: shipping.kind === 'class' ? ('class' as const) : shipping.by,
    shipping_class: shipping.kind === 'class' ? shipping.class : null,
    vat_numbers: vatNumbers,
  };
  await tx
    .tables<TaxTables>()
    .insertInto('tax_channel_setting')
    .values({ channel_id: channel, ...row })
    .onConflict((conflict) => conflict.column('channel_id').doUpdateSet(row))
    .execute();
  await tx.emit({ kind: 'tax.changed', payload: { channelIds: [channel] } });
  return null;
}

function requireKnown(before: TaxTable, { classes = [], zones = [], rates = [] }: TaxTablesInput): void {
  const known = { ...before, classes: [...before.classes, ...classes] };
  const others = classes.flatMap(({ otherwise }) => (otherwise === undefined ? [] : [otherwise]));
  requireClasses(known, [...others, ...rates.map((rate) => rate.class)]);
  const zoneIds = new Set([...before.zones, ...zones].map(({ id }) => id));
  const named = [...rates.map(({ zone }) => zone), ...zones.flatMap(({ insteadOf = [] }) => insteadOf)];
  refuseUnknown('zone', named, zoneIds);
}

function requireClasses(table: Pick<TaxTable, 'classes'>, named: readonly string[]): void {
  refuseUnknown('class', named, new Set(table.classes.map(({ id }) => id)));
}

function refuseUnknown(noun: string, named: readonly string[], known: ReadonlySet<string>): void {
  const unknown = [...new Set(named)].filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  throw new CommerceError(
    'bad_input',
    `There is no tax ${noun} ${unknown.map((id) => `"${id}"`).join(', ')}. Import it first, or with this. Nothing was changed.`,
  );
}

/** Those that are not stored just so already. */
function newOf<Item extends { readonly id: string }>(
  before: readonly Item[],
  items: readonly Item[],
): Item[] {
  const known = new Map(before.map((item) => [item.id, canonicalJson(item)]));
  return items.filter((item) => known.get(item.id) !== canonicalJson(item));
}

function countCreated(before: readonly { id: string }[], items: readonly { id: string }[]): number {
  const known = new Set(before.map(({ id }) => id));
  return items.filter(({ id }) => !known.has(id)).length;
}

/** Times in one form, so that the same moment written otherwise is no change. */
function inInstants(rate: TaxTableRate): TaxTableRate {
  const { from, to } = rate;
  return {
    ...rate,
    ...(from !== undefined && { from: new Date(from).toISOString() }),
    ...(to !== undefined && { to: new Date(to).toISOString() }),
  };
}
