import type { Preset } from '@vitrine/modules';
import { profile } from '../account-example.ts';
import { heronLamp, nameless, rangesOf, tideMug } from '../ostrand.ts';

const { name, email } = profile;
const me = { name, email };
const products = [tideMug, heronLamp, nameless];
const prices = rangesOf(products);
const wishes = products.map((product, at) => ({ product, price: prices[at] }));

export const presets: readonly Preset[] = [
  { name: 'Wishes', props: {}, data: { me, wishes } },
  { name: 'None yet', isState: true, props: {}, data: { me, wishes: [] } },
  { name: 'Signed out', isState: true, props: {}, data: { me: null, wishes: [] } },
];
