import type { OutputOf } from '@vitrine/data-actions';
import type { getMyOrders, getMyStoreCredit, Profile } from '@vitrine/data-actions/library';
import { euros, shippedOrder } from './purchase.ts';

// Somebody who shops in the made-up shop, as the actions answer: what presets show in stories and tests.

const harbour = {
  name: 'Ada Lovelace',
  street: 'Hafenstraße 1',
  postalCode: '24103',
  city: 'Kiel',
  country: 'DE',
};
const office = {
  ...harbour,
  company: 'Analytische Maschinen GmbH',
  street: 'Werftbahnstraße 9',
  extra: '3. OG',
};

export const profile: Profile = {
  id: 'customer',
  number: 'C-10042',
  email: 'ada@example.com',
  emailConfirmed: true,
  name: 'Ada Lovelace',
  phone: '+49 431 555 0199',
  locale: 'en',
  groups: [],
  createdAt: '2025-03-01T09:00:00.000Z',
  addresses: [
    { id: 'a1', address: harbour, isShipping: true, isBilling: false },
    { id: 'a2', address: office, isShipping: false, isBilling: true },
  ],
  consents: [
    {
      purpose: 'newsletter',
      granted: true,
      at: '2025-03-01T09:00:00.000Z',
      source: 'account-page',
      textVersion: '1',
    },
  ],
  wishes: [
    { kind: 'product', id: 'tide-mug' },
    { kind: 'product', id: 'heron-floor-lamp' },
  ],
  hasPassword: true,
  sessions: 2,
};

/** Somebody who has just come in by a link. */
export const freshProfile: Profile = {
  ...profile,
  name: '',
  phone: undefined,
  addresses: [],
  consents: [],
  wishes: [],
  hasPassword: false,
  sessions: 1,
} as unknown as Profile;

const { id, number, state, channel, placedAt, total, paid, refunded, owed } = shippedOrder;
const order = {
  id,
  number,
  state,
  channel,
  placedAt,
  total,
  paid,
  refunded,
  owed,
  email: profile.email,
  name: profile.name,
  pieces: 4,
  fulfilment: 'open',
} as const;

export const orderPage: NonNullable<OutputOf<typeof getMyOrders>> = {
  orders: [
    order,
    {
      ...order,
      id: 'order-2',
      number: '100017',
      placedAt: '2026-10-02T16:05:00.000Z',
      pieces: 1,
      total: euros(2400),
      fulfilment: 'done',
    },
    {
      ...order,
      id: 'order-3',
      number: '100003',
      placedAt: '2026-08-19T07:41:00.000Z',
      pieces: 2,
      total: euros(31_800),
      state: 'cancelled',
    },
  ],
  next: 'cursor',
};

export const storeCredit: OutputOf<typeof getMyStoreCredit> = [
  {
    balance: euros(2450),
    runsOut: { amount: euros(1000), at: '2027-06-30T22:00:00.000Z' },
    movements: [
      { id: 'm3', kind: 'spent', amount: euros(-1550), reason: '', at: '2026-11-28T10:30:00.000Z' },
      { id: 'm2', kind: 'added', amount: euros(1000), reason: 'goodwill', at: '2026-07-01T08:00:00.000Z' },
      {
        id: 'm1',
        kind: 'added',
        amount: euros(3000),
        reason: 'For the lamp that came late',
        at: '2026-05-12T13:20:00.000Z',
      },
    ],
  },
];
