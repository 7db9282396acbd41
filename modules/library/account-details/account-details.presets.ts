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
  {
    name: 'Company',
    isState: true,
    props,
    data: {
      profile: {
        ...profile,
        taxNumbers: [
          { vatId: 'FR40303265045', verified: { at: '2026-11-01T09:00:00.000Z', by: 'staff' } },
          { vatId: 'ATU13585627' },
        ],
        certificates: [{ id: 'paper', number: 'CA-77', to: '2027-01-01T00:00:00.000Z' }],
      },
      form: { mutation: 'account.save-tax-number', values: { vatId: 'FR123' }, problems: { vatId: 'bad' } },
    },
  },
  { name: 'Signed out', isState: true, props, data: { profile: null, form: null } },
];
