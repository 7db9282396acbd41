import type { CommerceEngine } from '@vitrine/commerce-engine';
import type { CommandContext, Market } from '@vitrine/commerce-engine/client';
import { demoVouchers } from './catalog/index.ts';

/** Each piece of the demo store's vouchers is a gift card. The same requests when asked again. */
export async function sellGiftCards(
  { catalog, soldGiftCards }: Pick<CommerceEngine, 'catalog' | 'soldGiftCards'>,
  context: (step: string) => CommandContext,
  market: Market,
): Promise<void> {
  const products = await catalog.productsBySlug(
    market,
    demoVouchers.map(({ handle }) => handle),
  );
  for (const product of products) {
    if (!product) continue;
    const asked = { productId: product.id, giftCard: true, taxClass: 'exempt' };
    await soldGiftCards.setProduct(context(`gift-card-${product.id}`), asked);
  }
}
