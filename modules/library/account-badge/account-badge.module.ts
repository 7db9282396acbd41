import { getMe } from '@vitrine/data-actions/library';
import { defineHole } from '@vitrine/modules';

/** The way to the account, with the initial of whoever is signed in. */
export const accountBadge = defineHole({
  id: 'account-badge',
  title: 'Account badge',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {},
  data: ({ need }) => ({ me: need(getMe, {}).optional() }),
  messages: {
    en: { 'sign-in': 'Sign in', account: 'Your account, {name}' },
    de: { 'sign-in': 'Anmelden', account: 'Ihr Konto, {name}' },
  },
});
