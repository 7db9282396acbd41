import type { Preset } from '@vitrine/modules';
import { freshProfile, profile } from '../account-example.ts';

const props = {
  languages: [
    { locale: 'en', label: 'English' },
    { locale: 'de', label: 'Deutsch' },
  ],
};

export const presets: readonly Preset[] = [
  { name: 'Details', props, data: { profile, form: null } },
  { name: 'Without a password', isState: true, props, data: { profile: freshProfile, form: null } },
  {
    name: 'Password asked for',
    isState: true,
    props,
    data: {
      profile: freshProfile,
      form: { mutation: 'account.ask-for-reset', values: { email: 'ada@example.com' }, problems: {} },
    },
  },
  {
    name: 'Wrong password',
    isState: true,
    props,
    data: {
      profile,
      form: { mutation: 'account.change-password', values: {}, problems: { current: 'refused' } },
    },
  },
  {
    name: 'Wrong telephone',
    isState: true,
    props,
    data: {
      profile,
      form: {
        mutation: 'account.change-details',
        values: { name: 'Ada King', phone: 'at home', locale: 'de' },
        problems: { phone: 'bad' },
      },
    },
  },
  { name: 'Signed out', isState: true, props, data: { profile: null, form: null } },
];
