import type { Platform } from './platform.ts';
import { demoStore } from './seed/index.ts';

/**
 * Fills an empty shop with the demo store. A shop that has products is left alone, so that starting again is harmless.
 * @returns how many products the shop has afterwards, and whether they were there already.
 */
export async function seedStore(
  platform: Platform,
  say: (text: string) => void = () => {},
): Promise<{ products: number; already: boolean }> {
  const { engine, commerce, pages } = platform;
  if ((await engine.channels()).length > 0)
    return { products: await engine.catalog.countProducts(), already: true };
  const actor = { kind: 'system' as const, reason: 'demo store' };
  const context = (key: string) => ({ actor, idempotencyKey: `seed-${key}` });
  say('Setting up the demo store …');
  await engine.stores.importLocations(context('locations'), demoStore.locations);
  await engine.stores.importChannels(context('channels'), demoStore.channels);
  await engine.identity.importStaff(context('staff'), demoStore.staff);
  refuseProblems(await commerce.catalog.importCategories(context('categories'), demoStore.categories));
  refuseProblems(await commerce.catalog.importProducts(context('products'), demoStore.products));
  await pages.publish({ by: 'demo store', documents: demoStore.documents, urls: demoStore.urls });
  return { products: demoStore.products.length, already: false };
}

function refuseProblems(
  outcomes: readonly { handle: string; kind: string; problems: readonly string[] }[],
): void {
  const refused = outcomes.filter((outcome) => outcome.kind === 'refused');
  if (refused.length === 0) return;
  const problems = refused.map(({ handle, problems }) => `  ${handle}: ${problems.join('; ')}`);
  throw new Error(`The demo store's own data was refused:\n${problems.join('\n')}`);
}
