import { type ExplainedPrice, money, type SimulatedPromotion } from '@vitrine/commerce-engine/client';
import { onlyAt } from '../promotions/hours-words.ts';
import { amount } from '../words/amount.ts';
import { pieces } from '../words/state.ts';
import { when } from '../words/when.ts';

/** Why a row of a price list holds, or does not. */
export function priceVerdictWords({ verdict, from, to, minQuantity }: ExplainedPrice): string {
  switch (verdict) {
    case 'holds':
      return 'This is the price.';
    case 'crossed-out':
      return 'The regular price; the sale price is lower.';
    case 'not-begun':
      return from === undefined ? 'Has not begun.' : `Begins ${when(from)}.`;
    case 'over':
      return to === undefined ? 'Is over.' : `Ended ${when(to)}.`;
    case 'needs-more-pieces':
      return `Only from ${pieces(minQuantity)} on.`;
    case 'better-quantity-break':
      return 'There is a price for more pieces in the same list.';
    case 'list-outranked':
      return 'Another list comes first.';
    case 'not-below-regular':
      return 'No sale: it is not below the regular price.';
    case 'another-is-lower':
      return 'Another sale price is lower.';
  }
}

/** What became of a promotion. */
export function promotionVerdictWords(
  { verdict, hours }: SimulatedPromotion,
  { currency, nameOf }: { readonly currency: string; readonly nameOf: (promotionId: string) => string },
): string {
  switch (verdict.kind) {
    case 'applied':
      return verdict.amount === 0 ? 'Applies.' : `Takes ${amount(money(verdict.amount, currency))} off.`;
    case 'not-begun':
      return 'Has not begun then.';
    case 'over':
      return 'Is over then.';
    case 'outside-hours':
      return hours ? `Not then. ${onlyAt(hours)}` : 'Not at this hour of the week.';
    case 'other-channel':
      return 'Not in this channel.';
    case 'other-group':
      return 'Not for this price group.';
    case 'other-currency':
      return 'Its amounts are in another currency.';
    case 'needs-coupon':
      return 'Needs a code that was not brought.';
    case 'other-method':
      return 'Not for this way of delivery.';
    case 'other-tender':
      return 'Not for this way of paying.';
    case 'no-line':
      return 'Nothing in the basket is meant.';
    case 'excluded-line':
      return 'What it means gets no discounts.';
    case 'too-few-pieces':
      return `${pieces(verdict.missing)} more would do.`;
    case 'below-threshold':
      return `${amount(money(verdict.missing, currency))} more would do.`;
    case 'outranked':
      return `“${nameOf(verdict.by)}” came first.`;
    case 'another-is-better':
      return `“${nameOf(verdict.by)}” takes more off.`;
    case 'not-compoundable':
      return `Does not go together with “${nameOf(verdict.with)}”.`;
    case 'no-effect':
      return 'It would take nothing off.';
  }
}

/** What a code does. */
export const codeWords: Readonly<Record<string, string>> = {
  unlocks: 'unlocks its promotion',
  personal: 'is one customer’s own',
  unknown: 'does not exist',
  'not-begun': 'has not begun then',
  over: 'is over then',
  'used-up': 'is used up',
  disabled: 'is closed, or its promotion is not published',
  'other-customer': 'is another customer’s',
};
