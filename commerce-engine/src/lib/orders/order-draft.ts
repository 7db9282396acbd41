import type { HandDiscount, LineByHand } from '../cart/by-hand.rules.ts';
import type { PricedCart } from '../cart/priced-cart.rules.ts';
import type { OrderedGiftCard } from '../cart/recipient.ts';
import type { ComponentView, MediaView } from '../catalog/catalog.views.ts';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import type { OrderAddress, OrderContact } from './orders.views.ts';

/** Everything an order will hold, frozen when its payment begins. JSON. */
export interface OrderDraft {
  readonly channel: string;
  readonly locale: string;
  readonly customerGroup: string;
  /** Who was signed in. Absent = a guest. */
  readonly customerId?: string;
  readonly contact: OrderContact;
  readonly billing?: OrderAddress;
  /** Of the company that buys. */
  readonly vatId?: string;
  readonly note?: string;
  readonly giftMessage?: string;
  readonly priced: PricedCart;
  /** By line id. */
  readonly lines: Readonly<Record<string, DraftLine>>;
  /** By delivery id. */
  readonly deliveries: Readonly<Record<string, DraftDelivery>>;
  /** Names of promotions then, by id. */
  readonly promotions: Readonly<Record<string, string>>;
  /** What staff took off the whole. */
  readonly byHand?: HandDiscount;
  /** Whoever of the staff filled its cart. */
  readonly takenBy?: string;
  /** Whoever of the staff placed it. Absent = its shopper. */
  readonly placedBy?: string;
  /** ISO time at which the shopper agreed to the terms. */
  readonly termsAt?: string;
}

export interface DraftLine {
  readonly variantId: string;
  readonly productId: string;
  readonly productSlug: string;
  readonly sku: string;
  readonly name: string;
  readonly options: string;
  readonly media?: MediaView;
  /** Of a bundle: what one piece of it holds. */
  readonly components?: readonly ComponentView[];
  readonly unitRegular: number;
  readonly deliveryId: string;
  /** The local day it comes out; only of what was on preorder. */
  readonly shipsFrom?: string;
  /** The promotion that gives it. Absent = it is bought. */
  readonly giftOf?: string;
  /** What staff gave for it. */
  readonly byHand?: LineByHand;
  /** Each piece is a gift card. Absent = goods. */
  readonly giftCard?: OrderedGiftCard;
}

export interface DraftDelivery {
  readonly kind: DeliveryKind;
  readonly methodId: string;
  readonly name: string;
  readonly address?: OrderAddress;
  readonly storeId?: string;
  readonly slot?: string;
}
