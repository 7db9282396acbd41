import type { Preset } from '@vitrine/modules';
import { handedOver } from '../order-progress-example.ts';
import { partlyReturnedOrder, shippedOrder } from '../purchase.ts';

const asked = { number: '100042', email: 'ada@example.com' };

export const presets: readonly Preset[] = [
  {
    name: 'Form',
    props: {
      intro: 'With the number from our mail you see how your order stands.',
      'intro@de': 'Mit der Nummer aus unserer E-Mail sehen Sie, wie es um Ihre Bestellung steht.',
    },
    data: { looked: {} },
  },
  {
    name: 'Found',
    isState: true,
    props: {},
    data: { looked: { ...asked, order: shippedOrder, shipments: handedOver.shipments } },
  },
  {
    name: 'Something came off',
    isState: true,
    props: {},
    data: { looked: { ...asked, order: partlyReturnedOrder, shipments: [] } },
  },
  { name: 'Not found', isState: true, props: {}, data: { looked: asked } },
  { name: 'Half filled in', isState: true, props: {}, data: { looked: { ...asked, email: '' } } },
];
