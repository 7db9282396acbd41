import type { PrivateDimensions } from '@vitrine/data-actions';

/** A shopper who is signed in. */
export interface Shopper {
  readonly customerId: string;
  /** All their groups as one word, `club,trade`: decides the prices of the pages they see; `anyone` without one. */
  readonly customerGroup: string;
}

/** Who holds a session; a session that has ended is nobody's. Must not throw. */
export interface Shoppers {
  /** From memory alone, for pages that are answered at once; `undefined` when it does not know. */
  recall(sessionId: string): Shopper | undefined;
  find(sessionId: string): Promise<Shopper | undefined>;
}

/** A shop without accounts. */
export const noShoppers: Shoppers = { recall: () => undefined, find: () => Promise.resolve(undefined) };

/** Who a visitor is, when the session of their cookie still holds. */
export function shopperOf(
  shoppers: Shoppers,
  { sessionId }: Pick<PrivateDimensions, 'sessionId'>,
): Shopper | undefined | Promise<Shopper | undefined> {
  if (sessionId === undefined) return undefined;
  return shoppers.recall(sessionId) ?? shoppers.find(sessionId);
}
