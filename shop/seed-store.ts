import { checkDocuments } from './check-documents.ts';
import type { Platform } from './platform.ts';
import { demoStore } from './seed/index.ts';
import { openCheckout } from './seed/open-checkout.ts';
import { putOnPreorder } from './seed/preorders.ts';
import { sellGiftCards } from './seed/sell-gift-cards.ts';
import { sellGoods } from './seed/sell-goods.ts';
import { settleShoppers } from './seed/settle-shoppers.ts';

/**
 * Fills an empty shop with the demo store. A shop with a home page is left alone; one whose seeding was cut short is
 * completed, for every step is the same request when it is asked again.
 * @returns whether the shop was filled already.
 */
export async function seedStore(
  platform: Pick<Platform, 'engine' | 'commerce' | 'pages'> & Partial<Pick<Platform, 'simulator' | 'crowd'>>,
  say: (text: string) => void = () => {},
): Promise<{ already: boolean }> {
  const { engine, commerce, pages } = platform;
  const channel = demoStore.channels[0]!;
  const already = (await pages.resolveUrl(channel.id, channel.locales[0]!, '/')) !== undefined;
  if (!already) {
    say('Setting up the demo store …');
    const actor = { kind: 'system' as const, reason: 'demo store' };
    const context = (step: string) => ({ actor, idempotencyKey: `demo-store-${step}` });
    await engine.stores.importLocations(context('locations'), demoStore.locations);
    await engine.stores.importChannels(context('channels'), demoStore.channels);
    await openCheckout(engine, context);
    await engine.loyalty.saveProgramme(context('programme'), demoStore.programme);
    await engine.identity.importStaff(context('staff'), demoStore.staff);
    refuseProblems(await engine.catalog.importAttributes(context('attributes'), demoStore.attributes));
    refuseProblems(await commerce.catalog.importCategories(context('categories'), demoStore.categories));
    refuseProblems(await commerce.catalog.importProducts(context('products'), demoStore.products));
    const market = {
      channel: channel.id,
      locale: channel.locales[0]!,
      currency: channel.currencies[0]!,
      customerGroup: 'anyone',
    };
    await putOnPreorder(engine, context, market);
    await sellGiftCards(engine, context, market);
    const bank = { provider: 'simulator', method: 'card', token: 'sim-approve' };
    await settleShoppers(engine, context, platform.simulator && bank);
    if (platform.simulator) await sellGoods(engine, context, bank);
    await engine.recommendations.refresh({ every: 0 });
    await engine.search.setSynonyms(context('synonyms'), demoStore.synonyms);
    const problems = checkDocuments(demoStore.documents, {
      base: channel.locales[0]!,
      required: channel.locales,
    });
    if (problems.length > 0)
      throw new Error(`The demo store's pages are not valid:\n  ${problems.join('\n  ')}`);
    for (const audience of demoStore.audiences) await platform.crowd?.putAudience(audience);
    // Last, for it is what tells a filled shop from one that is not.
    await pages.publish({ by: 'demo store', documents: demoStore.documents, urls: demoStore.urls });
  }
  return { already };
}

/** Products a shopper of the first online channel can find. */
export async function countProducts({
  engine,
  commerce,
}: Pick<Platform, 'engine' | 'commerce'>): Promise<number> {
  const channel = (await engine.channels()).find((one) => one.kind === 'online');
  if (!channel) return 0;
  const market = {
    channel: channel.id,
    locale: channel.locales[0]!,
    currency: channel.currencies[0]!,
    customerGroup: 'anyone',
  };
  return (await commerce.search.search(market, { pageSize: 1 })).total;
}

function refuseProblems(
  outcomes: readonly { handle: string; kind: string; problems: readonly string[] }[],
): void {
  const refused = outcomes.filter((outcome) => outcome.kind === 'refused');
  if (refused.length === 0) return;
  const problems = refused.map(({ handle, problems }) => `  ${handle}: ${problems.join('; ')}`);
  throw new Error(`The demo store's own data was refused:\n${problems.join('\n')}`);
}
