import type { CommerceClient, Market } from '@vitrine/commerce-engine/client';

type Actor = Extract<
  Awaited<ReturnType<CommerceClient['accounts']['signIn']>>,
  { kind: 'signed-in' }
>['actor'];

/**
 * Puts on the list what somebody wished for before they signed in. Whoever has signed in is in, whatever becomes of their wish.
 * @returns whether the product is on the list now: it may not be sold any more, and lists can be full.
 */
export async function keepWish(
  { catalog, customers }: Pick<CommerceClient, 'catalog' | 'customers'>,
  {
    slug,
    actor,
    market,
    idempotencyKey,
    onTrouble,
  }: {
    /** Of the product, in the market's language. */
    readonly slug: string;
    readonly actor: Actor;
    readonly market: Market;
    readonly idempotencyKey: string;
    readonly onTrouble: (error: unknown, what: string) => void;
  },
): Promise<boolean> {
  try {
    const [product] = await catalog.productsBySlug(market, [slug]);
    if (!product) return false;
    const command = { actor, idempotencyKey };
    const { kind } = await customers.wish(command, { kind: 'product', id: product.id, wished: true });
    return kind === 'done';
  } catch (error) {
    onTrouble(error, 'a wish could not be kept while somebody signed in');
    return false;
  }
}
