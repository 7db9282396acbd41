import type { CommerceClient } from '@vitrine/commerce-engine/client';
import type { PageStore } from '@vitrine/content';
import type { Handler } from '@vitrine/data-actions/server';
import { accountAnswers } from './account/account.server.ts';
import type { SignInProvider } from './account/get-sign-in-providers.action.ts';
import { cartAnswers } from './cart/cart.server.ts';
import { catalogueAnswers } from './catalogue/catalogue.server.ts';
import { viewedAnswers } from './catalogue/viewed.server.ts';
import { checkoutAnswers, type PickupTimes } from './checkout/checkout.server.ts';
import { contentAnswers } from './content/content.server.ts';
import { deliveryAnswers } from './delivery/delivery.server.ts';
import { navigationAnswers } from './navigation/navigation.server.ts';
import { orderAnswers } from './order/order.server.ts';
import { priceAnswers } from './price/price.server.ts';
import { searchAnswers } from './search/search.server.ts';
import { stockAnswers } from './stock/stock.server.ts';
import { timeAnswers } from './time/time.server.ts';

export { keepWish } from './account/keep-wish.server.ts';
export { cartIdFrom } from './cart/cart-id-from.server.ts';
export type { PickupTimes } from './checkout/checkout.server.ts';
export { tagsOfEvent } from './event-tags.ts';

/** Answers to every question of the library. A shop lists its own after them to override some. */
export function answers(backends: {
  readonly commerce: CommerceClient;
  readonly pages: PageStore;
  /**
   * Id of the cart that a shopper's first add to cart makes: `cartIdFrom(secret)`. Default: a random one, and the add cannot be
   * sent again when its answer was lost.
   */
  readonly cartIdOf?: (idempotencyKey: string) => string;
  /** When goods can be picked up. Default: no times are offered, so a way of delivery that wants one cannot be paid. */
  readonly pickupTimes?: PickupTimes;
  /** Whom shoppers may sign in with. Default nobody. */
  readonly signInProviders?: readonly SignInProvider[];
  /** Told of what failed beside something that was done all the same. Default: nobody is told. */
  readonly onTrouble?: (error: unknown, what: string) => void;
}): Handler[] {
  const { commerce, pages } = backends;
  const { cartIdOf = () => crypto.randomUUID(), pickupTimes = async () => undefined } = backends;
  const { signInProviders = [], onTrouble = () => {} } = backends;
  return [
    ...catalogueAnswers(commerce),
    ...viewedAnswers(commerce),
    ...navigationAnswers(commerce),
    ...priceAnswers(commerce),
    ...stockAnswers(commerce),
    ...deliveryAnswers(commerce),
    ...searchAnswers(commerce),
    ...cartAnswers(commerce, cartIdOf),
    ...checkoutAnswers(commerce, pickupTimes),
    ...orderAnswers(commerce),
    ...accountAnswers(commerce, signInProviders, onTrouble),
    ...contentAnswers(pages),
    ...timeAnswers(),
  ];
}
