import type { Preset } from '@vitrine/modules';
import { loyalty, profile } from '../account-example.ts';

const { name, email } = profile;
const me = { name, email };
const [member] = loyalty;
const { programme } = member!;
const top = {
  ...member!,
  tier: programme.tiers[2],
  nextTier: undefined,
  pending: 0,
  waiting: [],
  debt: 40,
  points: 0,
};

export const presets: readonly Preset[] = [
  { name: 'Points', props: {}, data: { me, loyalty, programmes: [programme] } },
  { name: 'Highest tier, in debt', isState: true, props: {}, data: { me, loyalty: [top], programmes: [] } },
  { name: 'Not a member', isState: true, props: {}, data: { me, loyalty: [], programmes: [programme] } },
  {
    name: 'Members ask to take part',
    isState: true,
    props: {},
    data: { me, loyalty: [], programmes: [{ ...programme, isAutomatic: false }] },
  },
  { name: 'No programme', isState: true, props: {}, data: { me, loyalty: [], programmes: [] } },
  { name: 'Signed out', isState: true, props: {}, data: { me: null, loyalty: [], programmes: [] } },
];
