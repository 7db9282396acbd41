import type { HandReason, Requirement, StaffCartOutcome } from '@vitrine/commerce-engine/client';
import type { Told } from '../asking/use-command.ts';
import { pieces } from '../words/state.ts';

/** Why something was given by hand. */
export const reasonWords: Readonly<Record<HandReason, string>> = {
  agreed: 'Agreed with the customer',
  'price-match': 'Cheaper elsewhere',
  damaged: 'Damaged or worn',
  goodwill: 'Goodwill',
  'wrong-price': 'A wrong price was shown',
  other: 'Another reason',
};

/** What is missing before it can be ordered. */
export const missingWords: Readonly<Record<Requirement, string>> = {
  cart: 'goods that are there',
  contact: 'an e-mail and a name',
  address: 'an address',
  delivery: 'a way of delivery',
  store: 'a store',
  slot: 'a time to pick it up',
  'delivery-unavailable': 'a way of delivery that is offered there',
  terms: 'that they agree to the terms',
  payment: 'a way to pay',
};

/** Hundredths of a percent as people write them: `12.5 %`. */
export function percentWords(basisPoints: number): string {
  return `${new Intl.NumberFormat().format(basisPoints / 100)} %`;
}

export function toldCart(answer: StaffCartOutcome, done: string): Told {
  switch (answer.kind) {
    case 'changed':
      return { done };
    case 'no-cart':
      return { refused: 'The cart is an order by now, or gone. Load this page again.' };
    case 'not-allowed-for-goods':
      return { refused: 'These goods allow no discounts by hand.' };
    case 'beyond-limit':
      return {
        refused:
          answer.limit === 0
            ? 'You may not give prices and discounts by hand.'
            : `That is more than the ${percentWords(answer.limit)} of the shop’s prices you may give. Give less, or ask somebody who may.`,
        at: 'value',
      };
    case 'sold-out':
      return { refused: 'It is sold out.' };
    case 'not-enough':
      return { refused: `Only ${pieces(answer.left)} can be had.` };
    case 'bad-quantity':
      return { refused: `It is not ordered in this quantity: at most ${pieces(answer.max)}.` };
    case 'unknown-variant':
      return { refused: 'It is not sold in this channel, or has no price there.' };
    case 'unknown-line':
      return { refused: 'It was taken out meanwhile.' };
    case 'bad-recipient':
      return { refused: 'The name, the address or the day of whom the gift card is for cannot be used.' };
    case 'cart-full':
      return { refused: `A cart holds at most ${answer.max} different articles.` };
    case 'coupon-refused':
      return { refused: 'This code does nothing: it does not exist, is over, or used up.', at: 'code' };
  }
}
