import type { Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { CartDoors } from '../cart/line-facts.ts';
import type { CartPromotions } from '../cart/promote-cart.ts';
import type { ChannelDirectory } from '../channel-directory.ts';
import type { Customers } from '../customers/customers.ts';
import type { TaxPapersView } from '../customers/customers.views.ts';
import type { TaxPapersValue } from '../customers/tax-papers.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { GiftCards } from '../gift-cards/gift-cards.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Loyalty } from '../loyalty/loyalty.ts';
import type { Market } from '../market.ts';
import type { HeldSums, Orders } from '../orders/orders.ts';
import type { Payments, ToldPayment } from '../payments/payments.ts';
import type { StoreCredit } from '../store-credit/store-credit.ts';
import type { Tax } from '../tax/tax.ts';
import type { VatRegisterQuestion } from '../tax/vat-register.ts';

/** Coupons' uses, counted where they are limited. */
export interface CheckoutCoupons {
  takeUses(
    tx: Transaction,
    uses: {
      readonly owner: string;
      readonly customer: string;
      readonly uses: readonly { readonly promotionId: string; readonly code: string }[];
    },
  ): Promise<{ readonly kind: 'taken' } | { readonly kind: 'used-up'; readonly code: string }>;
  giveBack(tx: Transaction, owner: string): Promise<void>;
}

/** What waits for payments of a checkout that is placed already. */
export interface LaterPayments {
  /** The checkout and its order are locked. @returns false = nothing waits for this one; nothing was written. */
  settle(
    tx: Transaction,
    told: ToldPayment & { readonly order: HeldSums; readonly now: Date },
  ): Promise<boolean>;
}

/** The domains a checkout brings together. */
export interface CheckoutDoors extends CartDoors {
  readonly promotions: CartPromotions;
  readonly coupons: CheckoutCoupons;
  readonly tax: Pick<Tax, 'quote' | 'askedOutside'>;
  readonly delivery: Delivery;
  readonly stock: Inventory['inTransaction'];
  readonly giftCards: Pick<GiftCards, 'check' | 'inTransaction'>;
  readonly storeCredit: Pick<StoreCredit, 'inTransaction'>;
  readonly loyalty: Pick<Loyalty, 'inTransaction'>;
  readonly payments: Payments;
  readonly orders: Orders;
  readonly directory: ChannelDirectory;
  readonly later: LaterPayments;
  readonly customers: Pick<Customers, 'inTransaction'>;
  /** Whether a VAT number is in use. */
  readonly isInUse: VatRegisterQuestion;
}

/** Where and when a checkout works. */
export interface CheckoutDesk {
  readonly doors: CheckoutDoors;
  readonly market: Market;
  readonly now: Date;
  /** Who is signed in. Absent = a guest. */
  readonly customerId?: string;
  /** Tax papers of whoever buys, once they were read. */
  readonly papers?: TaxPapersView;
  /** Whoever of the staff does it for the shopper, `staff:<id>`. */
  readonly placedBy?: string;
}

/**
 * One value of a statement: the papers of whoever buys. That is who is signed in; where staff do it, the customer for whom they opened
 * the cart. Undefined = a guest, who has none.
 */
export function papersValue(
  { doors, customerId, placedBy }: CheckoutDesk,
  cartId: string,
): RawBuilder<TaxPapersValue> | undefined {
  const { taxPapersValue } = doors.customers.inTransaction;
  if (customerId !== undefined) return taxPapersValue(customerId);
  return placedBy === undefined
    ? undefined
    : taxPapersValue(sql`(select opened_by->>'customerId' from cart where id = ${cartId}::uuid)`);
}
