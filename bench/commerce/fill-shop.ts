import { type CommerceEngine, createLocalClient, defaultTaxTables } from '@vitrine/commerce-engine';
import { benchCategories, benchProducts } from './catalogue.ts';
import { benchPromotions } from './promotions.ts';

const actor = { kind: 'system' as const, reason: 'bench' };
const IN_ONE_CALL = 250;

/** A shop that sells, taxes and delivers; with promotions that have to be looked at for every cart. */
export async function fillShop(engine: CommerceEngine): Promise<void> {
  const context = (step: string) => ({ actor, idempotencyKey: `bench-${step}` });
  const client = createLocalClient(engine);
  await engine.stores.importLocations(context('locations'), [
    { id: 'warehouse', kind: 'warehouse', name: 'Warehouse', city: 'Hamburg' },
  ]);
  await engine.stores.importChannels(context('channels'), [
    {
      id: 'online',
      kind: 'online',
      name: 'Online',
      locales: ['en'],
      currencies: ['EUR'],
      country: 'DE',
      taxDisplay: 'inclusive',
      locations: ['warehouse'],
    },
  ]);
  await client.catalog.importCategories(context('categories'), benchCategories());
  engine.search.stop();
  const products = benchProducts();
  for (let at = 0; at < products.length; at += IN_ONE_CALL)
    await client.catalog.importProducts(context(`products-${at}`), products.slice(at, at + IN_ONE_CALL));
  await engine.search.rebuild();
  await engine.tax.importTaxTables(context('taxes'), defaultTaxTables);
  await engine.delivery.importDeliveryMethods(context('delivery'), [
    {
      id: 'parcel',
      kind: 'ship',
      name: { en: 'Parcel' },
      prices: [{ currency: 'EUR', tiers: [{ price: 490 }], freeFrom: 20_000 }],
      time: { minDays: 2, maxDays: 3, days: 'business' },
    },
  ]);
  for (const promotion of benchPromotions()) {
    await engine.promotions.save(context(`promotion-${promotion.id}`), promotion);
    await engine.promotions.enable(context(`enabled-${promotion.id}`), promotion.id);
  }
}
