import type { OutputOf } from '@vitrine/data-actions';
import type { getMyLoyalty, getMyOrders, getMyStoreCredit, Profile } from '@vitrine/data-actions/library';
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
  taxNumbers: [],
  certificates: [],
  hasPassword: true,
  sessions: 2,
  regions: {
    CA: [
      { code: 'ON', name: 'Ontario' },
      { code: 'QC', name: 'Quebec' },
    ],
    US: [
      { code: 'CA', name: 'California' },
      { code: 'OR', name: 'Oregon' },
    ],
  },
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

export const loyalty: OutputOf<typeof getMyLoyalty> = [
  {
    programme: {
      id: 'crew',
      name: 'Ostrand Crew',
      description: 'A point for every euro.',
      isAutomatic: true,
      earn: [{ points: 1, per: euros(100) }],
      redeem: { points: 25, amount: euros(100), least: 25 },
      tiers: [
        { id: 'deckhand', name: 'Deckhand', from: 0 },
        { id: 'mate', name: 'Mate', from: 250 },
        { id: 'captain', name: 'Captain', from: 750 },
      ],
      tierWindowDays: 365,
      vesting: { from: 'handed-over', days: 14 },
      expiryDays: 730,
      joinPoints: 25,
    },
    joinedAt: '2025-03-01T09:00:00.000Z',
    tier: { id: 'mate', name: 'Mate', from: 250 },
    nextTier: { id: 'captain', name: 'Captain', from: 750, missing: 338 },
    qualifying: 412,
    points: 340,
    pending: 96,
    waiting: [{ points: 72, at: '2026-12-14T09:00:00.000Z' }, { points: 24 }],
    debt: 0,
    worth: euros(1360),
    runsOut: { points: 25, at: '2027-03-01T09:00:00.000Z' },
    hasEarlier: true,
    movements: [
      {
        id: 'p4',
        kind: 'added',
        points: 72,
        reason: '100042',
        orderId: 'order',
        at: '2026-11-28T10:30:00.000Z',
      },
      { id: 'p3', kind: 'spent', points: -97, reason: '', at: '2026-10-02T16:05:00.000Z' },
      { id: 'p2', kind: 'added', points: 50, reason: 'goodwill', at: '2026-07-01T08:00:00.000Z' },
      { id: 'p1', kind: 'added', points: 25, reason: 'joined', at: '2025-03-01T09:00:00.000Z' },
    ],
  },
];
