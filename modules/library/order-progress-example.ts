import type { Progress } from './order-progress.tsx';
import { euros, pickupOrder, shippedOrder } from './purchase.ts';

// What became of an order in the made-up shop, as the action answers: what presets show in stories and tests.

const [mugs = '', jumper = '', blanket = ''] = shippedOrder.lines.map(({ id }) => id);

export const nothingYet: Progress = {
  shipments: [],
  returns: [],
  returnable: [],
  allowances: [],
  cancellations: [],
  additions: [],
  documents: [],
};

/** A transfer has not come yet. */
export const toTransfer: Progress = {
  ...nothingYet,
  transfer: {
    amount: pickupOrder.total,
    reference: pickupOrder.number,
    bank: {
      holder: 'Ostrand Handelsgesellschaft mbH',
      iban: 'DE52000000000012345678',
      name: 'Bank of Ostrand',
    },
  },
};

const parcel = {
  id: 'parcel',
  kind: 'parcel',
  state: 'sent',
  carrier: 'DHL',
  tracking: 'IP 0042 7719 DE',
  lines: [
    { lineId: mugs, quantity: 2 },
    { lineId: jumper, quantity: 1 },
  ],
  madeAt: '2026-11-30T09:00:00.000Z',
  sentAt: '2026-11-30T09:00:00.000Z',
} as const;

const document = {
  id: 'invoice',
  kind: 'invoice',
  number: 'OST-000042',
  orderId: shippedOrder.id,
  issuedAt: '2026-11-30T09:01:00.000Z',
  total: shippedOrder.total,
} as const;

const earned = { programmeId: 'crew', name: 'Ostrand Crew', points: 266 } as const;

/** Just placed by a member. */
export const justPlaced: Progress = { ...nothingYet, earned };

/** Something that the shop put aside waits to be paid. */
export const offered: Progress = {
  ...nothingYet,
  additions: [
    {
      id: 'addition',
      orderId: shippedOrder.id,
      state: 'waiting',
      lines: [
        {
          variantId: 'mug',
          productSlug: 'tide-mug',
          sku: 'MUG-1',
          name: 'Tide mug',
          options: 'Sand',
          quantity: 2,
          unitPrice: euros(1900),
          discount: euros(0),
          total: euros(3800),
        },
      ],
      tax: euros(607),
      total: euros(3800),
      toPay: euros(3800),
      until: '2026-12-14T09:00:00.000Z',
      madeAt: '2026-11-30T09:00:00.000Z',
      updatedAt: '2026-11-30T09:00:00.000Z',
      methods: [{ provider: 'bank', method: 'card', name: 'Card' }],
    },
  ],
};

/** Everything has reached them, and a part of it is too old to come back. */
export const handedOver: Progress = {
  shipments: [parcel],
  earned: { ...earned, usableAt: '2026-12-14T09:00:00.000Z' },
  returns: [],
  returnable: [
    { lineId: mugs, quantity: 2, until: '2026-12-30T09:00:00.000Z' },
    { lineId: jumper, quantity: 1, until: '2026-12-30T09:00:00.000Z' },
    { lineId: blanket, quantity: 0, until: '2026-11-20T09:00:00.000Z' },
  ],
  allowances: [],
  cancellations: [],
  additions: [],
  documents: [document],
};

const back = {
  orderId: shippedOrder.id,
  channel: 'online',
  credit: euros(0),
  fee: euros(0),
  delivery: euros(0),
  requestedAt: '2026-12-02T12:00:00.000Z',
  updatedAt: '2026-12-02T12:00:00.000Z',
} as const;
const piece = (lineId: string, reason: 'damaged' | 'does-not-fit') => ({
  lineId,
  quantity: 1,
  reason,
  ...{ resellable: 0, damaged: 0, missing: 0 },
  credit: euros(0),
});

/** Something of both deliveries will not come. */
export const partlyCancelled: Progress = {
  ...nothingYet,
  cancellations: [
    {
      at: '2026-12-01T10:00:00.000Z',
      lines: [
        { lineId: mugs, quantity: 1 },
        { lineId: jumper, quantity: 1 },
      ],
    },
  ],
};

/** One return announced, one paid back, one refused. */
export const sentBack: Progress = {
  ...handedOver,
  shipments: [
    parcel,
    {
      id: 'pickup',
      kind: 'pickup',
      state: 'ready',
      lines: [{ lineId: blanket, quantity: 1 }],
      madeAt: '2026-12-01T15:00:00.000Z',
      code: '204 118',
    },
  ],
  returns: [
    {
      ...back,
      id: 'return-1',
      number: '100042-R1',
      state: 'refunded',
      lines: [piece(mugs, 'damaged')],
      credit: euros(1620),
      fee: euros(200),
      refund: euros(1420),
    },
    {
      ...back,
      id: 'return-2',
      number: '100042-R2',
      state: 'approved',
      lines: [piece(jumper, 'does-not-fit')],
    },
    {
      ...back,
      id: 'return-3',
      number: '100042-R3',
      state: 'rejected',
      answer: 'The cup was used in the dishwasher, which its label says not to do.',
      lines: [piece(mugs, 'damaged')],
    },
  ],
  returnable: [{ lineId: mugs, quantity: 1, until: '2026-12-30T09:00:00.000Z' }],
  allowances: [
    {
      at: '2026-12-03T10:00:00.000Z',
      amount: euros(500),
      reason: 'The parcel came a week late',
      lines: [
        { lineId: mugs, amount: euros(110) },
        { lineId: jumper, amount: euros(120) },
        { lineId: blanket, amount: euros(230) },
      ],
      delivery: euros(40),
    },
  ],
  documents: [
    document,
    {
      ...document,
      id: 'credit',
      kind: 'credit-note',
      number: 'OSC-000007',
      issuedAt: '2026-12-06T10:00:00.000Z',
      total: euros(1420),
    },
  ],
};
