import type { Preset } from '@vitrine/modules';
import { freshProfile, profile } from '../account-example.ts';

const props = { countries: 'DE, AT, NL' };
const values = {
  name: 'Ada Lovelace',
  street: '',
  postalCode: '24103',
  city: 'Kiel',
  country: 'DE',
  isShipping: 'yes',
};

export const presets: readonly Preset[] = [
  { name: 'Addresses', props, data: { profile, form: null } },
  { name: 'None yet', isState: true, props, data: { profile: freshProfile, form: null } },
  { name: 'New', isState: true, props, query: { edit: 'new' }, data: { profile, form: null } },
  { name: 'Change', isState: true, props, query: { edit: 'a2' }, data: { profile, form: null } },
  {
    name: 'Wrongly filled in',
    isState: true,
    props,
    query: { edit: 'new' },
    data: {
      profile,
      form: { mutation: 'account.save-address', values, problems: { street: 'missing', city: 'long' } },
    },
  },
  { name: 'Signed out', isState: true, props, data: { profile: null, form: null } },
];
