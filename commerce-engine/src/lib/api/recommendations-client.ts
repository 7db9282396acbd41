import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import type { ListKind } from '../recommendations/recommendations.views.ts';

/** Which products to show somebody who looks around. */
export interface RecommendationsClient {
  /** Product ids, in the order of the keys: a category’s, a product’s, or empty for the whole shop. */
  lists(
    market: Market,
    kind: ListKind,
    keys: readonly string[],
    options: { readonly limit: number },
  ): Promise<(readonly string[])[]>;
  /** What the customer who is signed in may like. */
  picks(
    actor: Actor & { kind: 'customer' },
    market: Market,
    options: { readonly limit: number },
  ): Promise<readonly string[]>;
}
