import type { CommerceEngine } from '@vitrine/commerce-engine';
import type { CommandContext, Market } from '@vitrine/commerce-engine/client';

const DAY = 24 * 60 * 60 * 1000;

/** Days until it comes out, from when the store is set up; pieces of each variant that may be preordered. */
const preorders = [{ slug: 'buoy-pendant', days: 42, limit: 60 }] as const;

/** What can be preordered. The same requests when asked again on the same day. */
export async function putOnPreorder(
  { catalog, inventory, clock }: Pick<CommerceEngine, 'catalog' | 'inventory' | 'clock'>,
  context: (step: string) => CommandContext,
  market: Market,
): Promise<void> {
  for (const { slug, days, limit } of preorders) {
    const shipsFrom = new Date(clock().getTime() + days * DAY).toISOString().slice(0, 10);
    const [product] = await catalog.productsBySlug(market, [slug]);
    for (const { id: variantId } of product?.variants ?? []) {
      const policy = { variantId, preorder: { shipsFrom, limit } };
      await inventory.setPolicy(context(`preorder-${variantId}-${shipsFrom}`), policy);
    }
  }
}
