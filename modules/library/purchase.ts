import type { OutputOf } from '@vitrine/data-actions';
import type { CheckoutAnswer, getCart, OrderAnswer } from '@vitrine/data-actions/library';
import {
  beaconLamp,
  fisherJumper,
  heronLamp,
  northwindBlanket,
  type Product,
  pricesOf,
  tableForTwo,
  tideMug,
} from './ostrand.ts';

// A purchase in the made-up shop, as the actions answer it: what presets show in stories and tests.

type Cart = NonNullable<OutputOf<typeof getCart>>;
type Line = Cart['lines'][number];
type Checkout = CheckoutAnswer['checkout'];
type Order = Extract<OrderAnswer, { kind: 'order' }>['order'];

export function euros(amount: number) {
  return { amount, currency: 'EUR' };
}

function line(
  product: Product,
  at: number,
  options: string,
  quantity: number,
  more: Partial<Line> = {},
): Line {
  const variant = product.variants[at]!;
  const { price, regular } = pricesOf(product)[at]!;
  return {
    id: `line-${variant.id}`,
    variantId: variant.id,
    productId: product.id,
    productSlug: product.slug,
    name: product.name,
    options,
    media: product.media.find(({ shows }) => shows.colour === variant.options.colour) ?? product.media[0],
    ...(variant.components && { components: variant.components }),
    quantity,
    unitPrice: price,
    unitRegular: regular,
    discounts: [],
    total: { ...price, amount: price.amount * quantity },
    availability: 'in-stock',
    maxQuantity: 10,
    ...more,
  };
}

export function cartOf(lines: readonly Line[], more: Partial<Cart> = {}): Cart {
  const sum = (of: (each: Line) => number) => euros(lines.reduce((total, each) => total + of(each), 0));
  return {
    id: 'cart',
    version: 3,
    currency: 'EUR',
    lines,
    count: lines.reduce((total, { quantity }) => total + quantity, 0),
    subtotal: sum(({ unitRegular, quantity }) => unitRegular.amount * quantity),
    savings: sum(
      ({ unitRegular, unitPrice, quantity }) => (unitRegular.amount - unitPrice.amount) * quantity,
    ),
    discounts: [],
    total: sum(({ total }) => total.amount),
    coupons: [],
    notices: [],
    ...more,
  };
}

export const mug = line(tideMug, 2, 'Ochre · 250 ml', 2);
export const jumper = line(fisherJumper, 7, 'Oat · S', 1, { availability: 'low-stock', maxQuantity: 3 });
export const blanket = line(northwindBlanket, 0, 'Moss', 1);
export const table = line(tableForTwo, 0, '', 2);
export const comingLamp = line(beaconLamp, 0, 'Chalk', 1, {
  availability: 'preorder',
  shipsFrom: '2026-12-12',
});
export const lamp = line(heronLamp, 0, '', 1, { availability: 'sold-out', maxQuantity: 0 });

function reduced(each: Line, name: string, amount: number): Line {
  return {
    ...each,
    discounts: [{ name, amount: euros(amount) }],
    total: euros(each.total.amount - amount),
  };
}

/** A cart with a promotion, a code that takes something off and one that does not. */
export const reducedCart = cartOf(
  [reduced(mug, 'Two mugs, a tenth less', 360), reduced(jumper, 'Welcome', 1000), blanket],
  {
    discounts: [
      { promotionId: 'mugs', name: 'Two mugs, a tenth less', amount: euros(360) },
      { promotionId: 'welcome', name: 'Welcome', code: 'AHOY10', amount: euros(1000) },
    ],
    coupons: [
      { code: 'AHOY10', state: 'applied' },
      { code: 'LANTERN', state: 'does-not-apply' },
    ],
  },
);

/** A cart with a gift, and a promotion that one more piece would bring. */
export const giftCart = cartOf(
  [
    blanket,
    {
      ...reduced(
        { ...mug, id: 'gift:mug', quantity: 1, total: euros(1800) },
        'A mug with every blanket',
        1800,
      ),
      maxQuantity: 1,
      isGift: true,
    },
  ],
  {
    discounts: [{ promotionId: 'mug', name: 'A mug with every blanket', amount: euros(1800) }],
    nearPromotion: { name: 'Two blankets, a tenth less', pieces: 1 },
    missedGifts: [{ name: 'Harbour candle', promotion: 'Light for long evenings' }],
  },
);

const harbourAddress = {
  name: 'Ada Lovelace',
  street: 'Hafenstraße 1',
  postalCode: '24103',
  city: 'Kiel',
  country: 'DE',
};

const stores = [
  { id: 'store-harbour', name: 'Ostrand Harbour', city: 'Ostrand' },
  { id: 'store-oldtown', name: 'Ostrand Old Town', city: 'Lindby' },
];

const parcel = {
  methodId: 'parcel',
  kind: 'ship',
  name: 'Parcel',
  price: euros(490),
  promise: { earliest: '2026-12-01', latest: '2026-12-03' },
  hasSlots: false,
} as const;
const express = {
  methodId: 'express',
  kind: 'ship',
  name: 'Express',
  price: euros(1290),
  promise: { earliest: '2026-12-01', latest: '2026-12-01' },
  hasSlots: false,
} as const;
const pickup = {
  methodId: 'pickup',
  kind: 'pickup',
  name: 'Pick up in store',
  price: euros(0),
  stores,
  hasSlots: true,
} as const;

const methods: Checkout['methods'] = [
  {
    provider: 'simulator',
    method: 'card',
    name: 'Card (demonstration)',
    hint: 'No money moves. Choose how the bank shall behave.',
    choices: [
      { token: 'sim-approve', name: 'Test card' },
      { token: 'sim-no-funds', name: 'Test card without enough money' },
      { token: 'sim-challenge', name: 'Test card that asks to confirm at the bank' },
    ],
  },
  {
    provider: 'manual',
    method: 'bank-transfer',
    name: 'Bank transfer',
    hint: 'We write to you how to pay. We send your order when the money has come.',
  },
];

const threeThings = cartOf([mug, jumper, blanket]);

const begun: Checkout = {
  id: 'checkout',
  cartId: 'cart',
  state: 'open',
  cart: threeThings,
  terms: false,
  country: 'DE',
  options: [pickup],
  otherDeliveries: [],
  lineWays: threeThings.lines.map(({ id }) => ({ lineId: id, ways: ['ship', 'pickup'], isApart: false })),
  prices: 'inclusive',
  goods: threeThings.total,
  discounts: [],
  tax: euros(5205),
  taxes: [{ name: 'VAT', rate: '19', taxable: euros(27395), amount: euros(5205) }],
  total: threeThings.total,
  tenders: { giftCards: [] },
  rest: threeThings.total,
  seen: 'seen-1',
  missing: ['contact', 'address', 'delivery', 'terms'],
  methods,
};

const complete: Checkout = {
  ...begun,
  contact: { email: 'ada@example.com', name: 'Ada Lovelace', phone: '+49 431 123456' },
  address: harbourAddress,
  terms: true,
  options: [parcel, express, pickup],
  delivery: { methodId: 'parcel' },
  deliveryTotal: euros(490),
  tax: euros(5283),
  taxes: [{ name: 'VAT', rate: '19', taxable: euros(27807), amount: euros(5283) }],
  total: euros(threeThings.total.amount + 490),
  rest: euros(threeThings.total.amount + 490),
  seen: 'seen-2',
  missing: [],
};

const withCodes: Checkout = {
  ...complete,
  cart: reducedCart,
  goods: reducedCart.total,
  discounts: reducedCart.discounts,
  total: euros(reducedCart.total.amount + 490),
  rest: euros(reducedCart.total.amount + 490),
  billing: { ...harbourAddress, name: 'Analytical Engines Ltd', street: 'Speicherweg 4' },
  note: 'Please ring twice, the bell is shy.',
  giftMessage: 'Many happy returns, Byron. Yours, Ada',
};

const giftCard = (last4: string, balance: number, pays: number) => ({
  id: `card-${last4}`,
  last4,
  balance: euros(balance),
  pays: euros(pays),
});

/** Two cards pay everything. */
const covered: Checkout = {
  ...complete,
  tenders: {
    giftCards: [giftCard('7KQF', 5000, 5000), giftCard('M0X3', 30_000, complete.total.amount - 5000)],
  },
  rest: euros(0),
};

/** A card and what its owner has with the shop pay a part. */
const partlyPaid: Checkout = {
  ...complete,
  tenders: {
    giftCards: [giftCard('7KQF', 5000, 5000)],
    storeCredit: { balance: euros(4250), most: euros(4250), pays: euros(4250) },
  },
  rest: euros(complete.total.amount - 9250),
};

const regions = {
  CA: [
    { code: 'ON', name: 'Ontario' },
    { code: 'QC', name: 'Quebec' },
  ],
  US: [
    { code: 'CA', name: 'California' },
    { code: 'OR', name: 'Oregon' },
  ],
};

function answer(checkout: Checkout, more: Partial<CheckoutAnswer> = {}): CheckoutAnswer {
  return { checkout, times: [], typed: {}, problems: {}, regions, key: 'key-of-this-form', ...more };
}

/** Checkouts in every state a shopper may meet. */
export const checkouts = {
  begun: answer(begun),
  complete: answer(complete),
  reduced: answer(withCodes),
  onlyGiftCards: answer({ ...begun, moneyOnly: begun.total }),
  pickup: answer(
    {
      ...complete,
      delivery: { methodId: 'pickup', storeId: 'store-harbour', slot: '2026-12-01T09:00:00.000Z' },
      deliveryTotal: euros(0),
      total: threeThings.total,
      rest: threeThings.total,
    },
    {
      times: ['2026-12-01T09', '2026-12-01T10', '2026-12-02T09'].map((hour) => ({
        startsAt: `${hour}:00:00.000Z`,
        endsAt: `${hour}:30:00.000Z`,
      })),
    },
  ),
  divided: answer(
    {
      ...complete,
      otherDeliveries: [
        {
          kind: 'pickup',
          lineIds: complete.lineWays.slice(-1).map(({ lineId }) => lineId),
          options: [pickup],
          delivery: { methodId: 'pickup', storeId: 'store-harbour', slot: '2026-12-01T09:00:00.000Z' },
        },
      ],
      lineWays: complete.lineWays.map((line, at, { length }) =>
        at === length - 1 ? { ...line, way: 'pickup', isApart: true } : { ...line, way: 'ship' },
      ),
    },
    { times: [{ startsAt: '2026-12-01T09:00:00.000Z', endsAt: '2026-12-01T09:30:00.000Z' }] },
  ),
  wrong: answer(begun, {
    typed: {
      'contact.email': 'ada@example',
      'contact.name': '',
      'address.street': 'Hafenstraße 1',
      'address.postalCode': '',
      'address.city': '',
      'billing.differs': 'no',
      coupon: 'AHOI',
    },
    problems: {
      'contact.email': 'bad',
      'contact.name': 'missing',
      'address.postalCode': 'missing',
      'address.city': 'missing',
      'delivery.methodId': 'missing',
      coupon: 'unknown',
      payment: 'missing',
      terms: 'missing',
    },
    first: 'contact.email',
  }),
  /** Another country was chosen after a German address, and its postal code is still the German one. */
  elsewhere: answer(
    { ...begun, options: [parcel, express, pickup] },
    {
      typed: {
        'address.street': 'Hafenstraße 1',
        'address.postalCode': '24103',
        'address.city': 'Wien',
        'address.country': 'AT',
      },
      problems: { 'address.postalCode': 'bad' },
      first: 'address.postalCode',
    },
  ),
  /** A German way was chosen in the form that named an Austrian address. */
  abroad: answer(
    {
      ...complete,
      address: { ...harbourAddress, postalCode: '1010', city: 'Wien', country: 'AT' },
      country: 'AT',
      options: [{ ...parcel, methodId: 'parcel-abroad', name: 'Parcel abroad' }, pickup],
      delivery: { methodId: 'parcel-abroad' },
    },
    { typed: { 'delivery.methodId': 'parcel' } },
  ),
  withGiftCards: answer(covered),
  partlyPaid: answer(partlyPaid),
  wrongGiftCard: answer(complete, {
    typed: { 'giftCard.code': '7KQF-2M0X-9D3T-4WPA' },
    problems: { 'giftCard.code': 'unknown' },
    first: 'giftCard.code',
  }),
  withoutTime: answer(
    {
      ...complete,
      delivery: { methodId: 'pickup', storeId: 'store-harbour' },
      missing: ['slot'],
    },
    { problems: { 'delivery.slot': 'missing' }, first: 'delivery.slot' },
  ),
  reversed: answer({
    ...complete,
    vatId: 'FR40303265045',
    waived: euros(5283),
    reliefs: [{ kind: 'reverse-charge', vatId: 'FR40303265045' }],
    tax: euros(0),
    taxes: [],
    total: euros(complete.total.amount - 5283),
    rest: euros(complete.total.amount - 5283),
  }),
  unprovenVat: answer({ ...complete, vatId: 'FR40303265045', isVatUnproven: true }),
  wrongVat: answer(begun, {
    typed: { vatId: 'FR123' },
    problems: { vatId: 'bad' },
    first: 'vatId',
  }),
  preordered: answer({ ...complete, cart: cartOf([comingLamp, mug]) }),
  soldOut: answer({ ...complete, cart: cartOf([lamp, mug]), missing: ['cart'] }),
  declined: answer({ ...complete, declined: 'insufficient-funds' }),
  atTheBank: answer({ ...complete, state: 'paying', actionUrl: 'https://bank.example/sim_1' }),
  pending: answer({ ...complete, state: 'paying' }),
} as const satisfies Readonly<Record<string, CheckoutAnswer>>;

function ordered(each: Line): Order['lines'][number] {
  const { id, variantId, productId, productSlug, name, options, media, quantity } = each;
  return {
    ...{ id, variantId, productId, productSlug, name, options, quantity },
    ...(media && { media }),
    deliveryId: 'delivery',
    sku: variantId,
    unitPrice: each.unitPrice,
    unitRegular: each.unitRegular,
    discount: euros(each.discounts.reduce((sum, { amount }) => sum + amount.amount, 0)),
    total: each.total,
    ...{ fulfilled: 0, cancelled: 0, returned: 0 },
    allowance: euros(0),
  };
}

const total = euros(reducedCart.total.amount + 490);

export const shippedOrder: Order = {
  id: 'order',
  number: '100042',
  state: 'placed',
  channel: 'online',
  placedAt: '2026-11-28T10:30:00.000Z',
  total,
  owed: total,
  paid: total,
  refunded: euros(0),
  fulfilment: 'open',
  locale: 'en',
  currency: 'EUR',
  prices: 'inclusive',
  contact: { email: 'ada@example.com', name: 'Ada Lovelace' },
  note: 'Please ring twice, the bell is shy.',
  giftMessage: 'Many happy returns, Byron. Yours, Ada',
  lines: reducedCart.lines.map(ordered),
  deliveries: [
    {
      id: 'delivery',
      kind: 'ship',
      methodId: 'parcel',
      name: 'Parcel',
      address: harbourAddress,
      price: euros(490),
      discount: euros(0),
      total: euros(490),
      givenBack: euros(0),
    },
  ],
  discounts: reducedCart.discounts,
  goods: reducedCart.total,
  delivery: euros(490),
  discount: euros(1360),
  tax: euros(5066),
  taxes: [{ name: 'VAT', rate: '19', taxable: euros(26664), amount: euros(5066) }],
  payments: [
    {
      id: 'payment',
      provider: 'simulator',
      method: 'card',
      state: 'authorised',
      amount: total,
      captured: total,
      refunded: euros(0),
      label: 'Test card',
      startedAt: '2026-11-28T10:29:50.000Z',
    },
  ],
  statement: {
    rows: [],
    tax: euros(5066),
    deliveryKept: euros(0),
    toPay: euros(0),
    toGoBack: euros(0),
  },
};

/** Its first line is not out yet. */
export const preorder: Order = {
  ...shippedOrder,
  lines: shippedOrder.lines.map((each, at) => (at === 0 ? { ...each, shipsFrom: '2026-12-12' } : each)),
};

export const pickupOrder: Order = {
  ...shippedOrder,
  number: '100043',
  total: reducedCart.total,
  paid: euros(0),
  deliveries: [
    {
      id: 'delivery',
      kind: 'pickup',
      methodId: 'pickup',
      name: 'Pick up in store',
      store: stores[0]!,
      slot: '2026-12-01T09:00:00.000Z',
      price: euros(0),
      discount: euros(0),
      total: euros(0),
      givenBack: euros(0),
    },
  ],
  delivery: euros(0),
  payments: [
    {
      ...shippedOrder.payments[0]!,
      provider: 'manual',
      method: 'bank-transfer',
      captured: euros(0),
      amount: reducedCart.total,
      label: 'Bank transfer',
    },
  ],
};

/** Two deliveries, of each of which something was cancelled. */
export const partlyCancelledOrder: Order = {
  ...shippedOrder,
  number: '100044',
  lines: shippedOrder.lines.map((each, at) =>
    at === 0
      ? { ...each, cancelled: 1 }
      : { ...each, deliveryId: 'pickup', cancelled: at === 1 ? each.quantity : 0 },
  ),
  deliveries: [...shippedOrder.deliveries, { ...pickupOrder.deliveries[0]!, id: 'pickup' }],
};

const goodsOf = (at: number) => shippedOrder.lines[at]!;
const cameOff = (() => {
  const cancelled = Math.ceil(goodsOf(0).total.amount / 2);
  const returned = goodsOf(2).total.amount;
  return { cancelled, returned, off: cancelled + returned + 500 - 350 };
})();

/** Its blanket came back for a fee, a mug was cancelled with no part of the delivery, and something was taken off a scratch. */
export const partlyReturnedOrder: Order = {
  ...shippedOrder,
  number: '100045',
  owed: euros(total.amount - cameOff.off),
  refunded: euros(cameOff.off),
  fulfilment: 'done',
  lines: shippedOrder.lines.map((each, at) => ({
    ...each,
    cancelled: at === 0 ? 1 : 0,
    returned: at === 2 ? 1 : 0,
    fulfilled: at === 0 ? each.quantity - 1 : each.quantity,
  })),
  statement: {
    rows: [
      { kind: 'cancelled', amount: euros(-cameOff.cancelled) },
      { kind: 'returned', amount: euros(-cameOff.returned) },
      { kind: 'allowance', amount: euros(-500) },
      { kind: 'fee', amount: euros(350) },
    ],
    tax: euros(2907),
    deliveryKept: euros(490),
    toPay: euros(0),
    toGoBack: euros(0),
  },
};
