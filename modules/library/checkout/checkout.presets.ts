import type { Preset } from '@vitrine/modules';

const sections = (state: Readonly<Record<string, string>>) =>
  Object.entries(state).map(([name, preset]) => ({ type: `checkout-${name}`, preset }));

const filled = {
  contact: 'Filled in',
  address: 'Filled in',
  delivery: 'Ways',
  coupon: 'No code',
  payment: 'Ways to pay',
  terms: 'Filled in',
};
const wrong = {
  contact: 'Wrongly filled in',
  address: 'Wrongly filled in',
  delivery: 'Nothing chosen',
  coupon: 'Not known',
  payment: 'Nothing chosen',
  terms: 'Not agreed',
};
const empty = {
  contact: 'Empty',
  address: 'Empty',
  delivery: 'Without an address',
  coupon: 'No code',
  payment: 'Ways to pay',
  terms: 'Empty',
};
const nothing = Object.fromEntries(Object.keys(filled).map((name) => [name, 'Nothing to check out']));

function whole(state: Readonly<Record<string, string>>, summary: string) {
  return { sections: sections(state), summary: [{ type: 'checkout-summary', preset: summary }] };
}

export const presets: readonly Preset[] = [
  { name: 'Checkout', props: {}, slots: whole(empty, 'Delivery not chosen') },
  { name: 'Filled in', isState: true, props: {}, slots: whole(filled, 'Ready to pay') },
  { name: 'Wrongly filled in', isState: true, props: {}, slots: whole(wrong, 'Delivery not chosen') },
  {
    name: 'Picked up, with codes',
    isState: true,
    props: {},
    slots: whole({ ...filled, delivery: 'Picked up', coupon: 'With codes' }, 'Reduced'),
  },
  {
    name: 'Declined',
    isState: true,
    props: {},
    slots: whole({ ...filled, payment: 'Declined' }, 'Ready to pay'),
  },
  { name: 'Sold out', isState: true, props: {}, slots: whole(filled, 'Sold out') },
  { name: 'At the bank', isState: true, props: {}, slots: whole(nothing, 'At the bank') },
  { name: 'Empty', isState: true, props: {}, slots: whole(nothing, 'Nothing to check out') },
];
