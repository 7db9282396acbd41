import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import type { AddRateInput } from './add-rate.ts';
import { chooseRates } from './choose-rates.rules.ts';
import { defaultTaxTables } from './default-tax-tables.ts';
import type { TaxTables } from './tax.tables.ts';
import { previewTax } from './tax-preview.rules.ts';

const system = { kind: 'system', reason: 'test' } as const;
const german = { zone: 'DE', class: 'standard', name: 'VAT', rate: '21', from: '2027-01-01' };

describeOnEachEngine('rates that staff add', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  beforeEach(async () => {
    shop ??= await openTestShop(open());
    shop.now = new Date('2026-11-23T09:00:00.000Z');
    for (const table of ['tax_rate', 'tax_zone', 'tax_class'] as const)
      await open().tables<TaxTables>().deleteFrom(table).execute();
    await shop.engine.tax.importTaxTables(shop.command(), defaultTaxTables);
    await shop.takeEvents();
  });
  const add = (input: AddRateInput) => shop.engine.tax.addRate(shop.command(), input);
  const ratesAt = async (at: string, place = { country: 'DE' }, taxClass = 'standard') =>
    chooseRates(await shop.engine.tax.table(), { place, taxClass, at: new Date(at), exemptions: [] }).map(
      ({ rate }) => rate,
    );

  test('[TAX-30] a rate holds from midnight there, the old one until then; the audit log tells both', async () => {
    expect(await add(german)).toEqual({ kind: 'added', id: 'DE-standard-2027-01-01' });
    expect(await shop.takeEvents()).toEqual([{ kind: 'tax.changed', payload: { tables: true } }]);
    expect(await ratesAt('2026-12-31T22:59:59Z')).toEqual(['19']);
    expect(await ratesAt('2026-12-31T23:00:00Z')).toEqual(['21']);
    const { entries } = await shop.engine.identity.auditLog(system, {
      subject: 'tax-rate:DE-standard-2027-01-01',
    });
    expect(entries).toMatchObject([
      {
        action: 'tax.addRate',
        detail: { place: 'Germany', rate: '21', rateBefore: '19', from: '2027-01-01' },
      },
    ]);
  });

  test('[TAX-30] published tables that are imported again do not charge the old rate beside the new one', async () => {
    await add(german);
    await shop.engine.tax.importTaxTables(shop.command(), defaultTaxTables);
    expect(await ratesAt('2027-06-01T00:00:00Z')).toEqual(['21']);
  });

  test('[TAX-30] one that is to come is taken back and the old one holds on; one that holds stays', async () => {
    await add(german);
    const remove = (id: string) => shop.engine.tax.removeRate(shop.command(), id);
    expect(await remove('DE-standard-2027-01-01')).toEqual({ kind: 'removed' });
    expect(await ratesAt('2027-06-01T00:00:00Z')).toEqual(['19']);
    expect(await remove('DE-standard')).toEqual({ kind: 'holds-already' });
    expect(await remove('none')).toEqual({ kind: 'no-rate' });
  });

  test('[TAX-30] a country and a region without a zone get one, once', async () => {
    const texas = { country: 'US', region: 'Texas', class: 'standard', name: 'Sales tax', rate: '6.25' };
    expect(await add({ ...texas, from: '2026-11-24' })).toEqual({
      kind: 'added',
      id: 'US-TX-standard-2026-11-24',
    });
    await add({ ...texas, rate: '7', from: '2026-11-25' });
    const { zones } = await shop.engine.tax.table();
    expect(zones.filter(({ country }) => country === 'US')).toEqual([
      { id: 'US-TX', name: 'Texas, United States', country: 'US', regions: ['TX'] },
    ]);
    expect(await ratesAt('2026-11-26T00:00:00Z', { country: 'US', region: 'TX' } as never)).toEqual(['7']);
    await add({ country: 'JP', class: 'standard', name: 'Tax', rate: '10', from: '2026-11-24' });
    expect(await ratesAt('2026-11-26T00:00:00Z', { country: 'JP' })).toEqual(['10']);
  });

  test('[TAX-30] what would change the past, or begins with another one, is refused at its field', async () => {
    await add(german);
    expect(await add({ ...german, rate: '22' })).toMatchObject({ kind: 'refused', at: 'from' });
    expect(await add({ ...german, from: '2026-11-22' })).toMatchObject({ kind: 'refused', at: 'from' });
    expect(await add({ ...german, class: 'none' })).toMatchObject({ kind: 'refused', at: 'class' });
    expect(await add({ ...german, zone: 'none' })).toMatchObject({ kind: 'refused', at: 'zone' });
    await expect(add({ ...german, rate: '19,5' })).rejects.toMatchObject({ fields: [{ path: 'rate' }] });
    await expect(add({ ...german, country: 'DE' })).rejects.toMatchObject({ fields: [{ path: 'zone' }] });
    const guest = { actor: { kind: 'guest' }, idempotencyKey: 'guest' } as const;
    await expect(shop.engine.tax.addRate(guest, german)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('[TAX-30] a price is tried before: the tax on top of it, and the tax in it', async () => {
    const asked = {
      ...{ place: { country: 'DE' }, taxClass: 'standard', at: shop.now, amount: 10_000, currency: 'EUR' },
    };
    const table = await shop.engine.tax.table();
    expect(previewTax(table, { ...asked, prices: 'exclusive' }).tax).toBe(1_900);
    expect(previewTax(table, { ...asked, prices: 'inclusive' }).tax).toBe(1_597);
  });
});
