import type { Preset } from '@vitrine/modules';
import { checkouts, euros } from '../purchase.ts';

const { complete } = checkouts;
const withPoints = (
  [balance, most, pays, chosen]: readonly [number, number, number, (true | number)?],
  more: Partial<typeof complete> = {},
) => {
  const worth = (points: number) => ({ points, amount: euros(points * 4) });
  const points = {
    ...{ programmeId: 'crew', name: 'Ostrand Crew', balance },
    ...{ most: worth(most), pays: worth(pays) },
    ...(chosen !== undefined && { chosen }),
  };
  const { checkout } = complete;
  return { ...complete, ...more, checkout: { ...checkout, tenders: { ...checkout.tenders, points } } };
};

export const presets: readonly Preset[] = [
  { name: 'Not used', props: {}, data: { page: withPoints([340, 340, 0]) } },
  { name: 'All used', isState: true, props: {}, data: { page: withPoints([340, 340, 340, true]) } },
  { name: 'Some used', isState: true, props: {}, data: { page: withPoints([340, 340, 100, 100]) } },
  { name: 'As many as can pay', isState: true, props: {}, data: { page: withPoints([340, 100, 100, 100]) } },
  {
    name: 'Too few wanted',
    isState: true,
    props: {},
    data: {
      page: withPoints([340, 340, 0, 3], {
        typed: { 'points.count': '3' },
        problems: { 'points.count': 'few' },
        first: 'points.count',
      }),
    },
  },
  { name: 'Too few', isState: true, props: {}, data: { page: withPoints([12, 0, 0]) } },
  { name: 'None', isState: true, props: {}, data: { page: complete } },
  { name: 'Nothing to check out', isState: true, props: {}, data: { page: null } },
];
