import type { Preset } from '@vitrine/modules';
import { checkouts, euros } from '../purchase.ts';

const { complete } = checkouts;
const withCredit = (balance: number, pays: number) => {
  const storeCredit = { balance: euros(balance), most: euros(balance), pays: euros(pays) };
  const { checkout } = complete;
  return { ...complete, checkout: { ...checkout, tenders: { ...checkout.tenders, storeCredit } } };
};

export const presets: readonly Preset[] = [
  { name: 'Not used', props: {}, data: { page: withCredit(4250, 0) } },
  { name: 'Used whole', isState: true, props: {}, data: { page: withCredit(4250, 4250) } },
  { name: 'Used in part', isState: true, props: {}, data: { page: withCredit(90_000, 31_730) } },
  { name: 'None', isState: true, props: {}, data: { page: complete } },
  { name: 'Nothing to check out', isState: true, props: {}, data: { page: null } },
];
