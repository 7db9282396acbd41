import { expect, test } from 'vitest';
import type { OrderDeliveryView } from '../orders/orders.views.ts';
import type { LocationView } from '../stores/stores.views.ts';
import { pickupPlace } from './pickup-place.ts';

const free = { amount: 0, currency: 'EUR' };
const delivery: OrderDeliveryView = {
  id: 'd',
  kind: 'pickup',
  methodId: 'pickup',
  name: 'Pick up in store',
  store: { id: 'store-harbour', name: 'Harbour', city: 'Kiel' },
  slot: '2026-11-30T12:00:00.000Z',
  price: free,
  discount: free,
  total: free,
  givenBack: free,
};
const address = { street: 'Kai 3', postalCode: '24103', city: 'Kiel', country: 'DE' };
const harbour: LocationView = { id: 'store-harbour', kind: 'store', name: 'Harbour', city: 'Kiel', address };
const { address: _, ...unknown } = harbour;

test('[LETTER-7] a pickup is told with street, town and time, by the clock of the store', () => {
  expect(pickupPlace(delivery, { locations: [harbour], locale: 'en' })).toEqual([
    'Harbour',
    'Kai 3',
    '24103 Kiel',
    'November 30, 2026 at 1:00 PM',
  ]);
});

test('[LETTER-7] without an address nobody knows the clock: no time is told', () => {
  expect(pickupPlace(delivery, { locations: [unknown], locale: 'de' })).toEqual(['Harbour', 'Kiel']);
});

test('[LETTER-7] what is sent has no such place', () => {
  const { store: __, slot: ___, ...sent } = delivery;
  expect(pickupPlace({ ...sent, kind: 'ship' }, { locations: [harbour], locale: 'en' })).toEqual([]);
});
