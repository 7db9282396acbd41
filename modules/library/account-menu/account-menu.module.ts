import { getMe } from '@vitrine/data-actions/library';
import { defineHole, link, select } from '@vitrine/modules';

/** The pages of the account and the way out; whoever is not signed in is asked to do so. */
export const accountMenu = defineHole({
  id: 'account-menu',
  title: 'Account: menu',
  kind: 'block',
  version: 1,
  config: {
    here: select({
      label: 'This page',
      help: 'Which entry of the menu the page is.',
      options: {
        overview: 'Overview',
        orders: 'Orders',
        addresses: 'Addresses',
        details: 'Details',
        credit: 'Store credit',
        wishes: 'Wish list',
        privacy: 'Privacy',
        none: 'Another one',
      },
    }),
    signIn: link({ label: 'Page to sign in', default: { kind: 'page', path: '/account/sign-in' } }),
    signUp: link({ label: 'Page to sign up', default: { kind: 'page', path: '/account/sign-up' } }),
    after: link({ label: 'After signing out', default: { kind: 'page', path: '/' } }),
  },
  critical: true,
  data: ({ need }) => ({ me: need(getMe, {}) }),
  messages: {
    en: {
      account: 'Your account',
      overview: 'Overview',
      orders: 'Orders',
      addresses: 'Addresses',
      details: 'Your details',
      credit: 'Store credit',
      wishes: 'Wish list',
      privacy: 'Privacy',
      'sign-out': 'Sign out',
      'signed-out': 'Please sign in',
      'signed-out-text': 'Here are your orders, addresses and wishes, for you alone.',
      'sign-in': 'Sign in',
      'sign-up': 'Create an account',
    },
    de: {
      account: 'Ihr Konto',
      overview: 'Übersicht',
      orders: 'Bestellungen',
      addresses: 'Adressen',
      details: 'Ihre Daten',
      credit: 'Guthaben',
      wishes: 'Merkzettel',
      privacy: 'Datenschutz',
      'sign-out': 'Abmelden',
      'signed-out': 'Bitte melden Sie sich an',
      'signed-out-text': 'Hier stehen Ihre Bestellungen, Adressen und Wünsche, nur für Sie.',
      'sign-in': 'Anmelden',
      'sign-up': 'Konto anlegen',
    },
  },
});
