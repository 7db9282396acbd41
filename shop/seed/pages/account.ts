import type { PageDocument } from '@vitrine/content';
import { demoCountries } from '../delivery.ts';
import { instance } from './instance.ts';
import { returnSteps } from './return-steps.ts';

type Titles = readonly [en: string, de: string];

/** Pages for somebody alone: nobody finds them by searching. */
function accountPage(
  id: string,
  [en, de]: Titles,
  [description, german]: Titles,
  nodes: PageDocument['nodes'],
): PageDocument {
  return {
    schema: 1,
    id,
    kind: 'page',
    name: en,
    seo: {
      title: `${en} – Ostrand`,
      'title@de': `${de} – Ostrand`,
      description,
      'description@de': german,
      robots: 'noindex',
    },
    nodes,
  };
}

function framed(
  here: string,
  titles: Titles,
  description: Titles,
  [module, props = {}]: readonly [module: string, props?: Parameters<typeof instance>[2]],
  ...below: PageDocument['nodes']
): PageDocument {
  const id = here === 'overview' ? 'account' : `account-${here}`;
  return accountPage(id, titles, description, [
    instance(
      'account',
      'account',
      {},
      {
        menu: [instance('menu', 'account-menu', { here })],
        content: [instance('content', module, props)],
      },
    ),
    ...below,
  ]);
}

export const accountPages: readonly PageDocument[] = [
  accountPage(
    'sign-in',
    ['Sign in', 'Anmelden'],
    ['Sign in by password or by a mailed link.', 'Anmelden mit Passwort oder mit einem Link per E-Mail.'],
    [instance('sign-in', 'sign-in')],
  ),
  accountPage(
    'sign-up',
    ['Create an account', 'Konto anlegen'],
    ['Your orders in one place.', 'Ihre Bestellungen an einem Ort.'],
    [instance('sign-up', 'sign-up')],
  ),
  accountPage(
    'account-link',
    ['Link from our mail', 'Link aus unserer Mail'],
    ['Where links of our mails lead.', 'Wohin die Links unserer Mails führen.'],
    [instance('link', 'account-link')],
  ),
  framed(
    'overview',
    ['Your account', 'Ihr Konto'],
    ['Orders, addresses, store credit and wishes.', 'Bestellungen, Adressen, Guthaben und Wünsche.'],
    ['account-overview'],
    instance('picks', 'my-picks', { limit: 4 }),
  ),
  framed(
    'orders',
    ['Your orders', 'Ihre Bestellungen'],
    ['What you ordered and how it stands.', 'Was Sie bestellt haben und wie es darum steht.'],
    ['account-orders', returnSteps],
  ),
  framed(
    'addresses',
    ['Your addresses', 'Ihre Adressen'],
    ['Where goods and invoices go.', 'Wohin Ware und Rechnungen gehen.'],
    ['account-addresses', { countries: demoCountries.join(', ') }],
  ),
  framed(
    'details',
    ['Your details', 'Ihre Daten'],
    ['Name, telephone, email and password.', 'Name, Telefon, E-Mail und Passwort.'],
    [
      'account-details',
      {
        languages: [
          { locale: 'en', label: 'English' },
          { locale: 'de', label: 'Deutsch' },
        ],
      },
    ],
  ),
  framed(
    'credit',
    ['Your store credit', 'Ihr Guthaben'],
    ['What you have to spend.', 'Was Sie ausgeben können.'],
    ['account-credit'],
  ),
  framed(
    'points',
    ['Your points', 'Ihre Punkte'],
    ['What you have collected and what it is worth.', 'Was Sie gesammelt haben und was es wert ist.'],
    ['account-points'],
  ),
  framed(
    'wishes',
    ['Your wish list', 'Ihr Merkzettel'],
    ['What you would like to have.', 'Was Sie gern hätten.'],
    ['account-wishes'],
  ),
  framed(
    'privacy',
    ['Privacy', 'Datenschutz'],
    [
      'What you agreed to and what we know of you.',
      'Wozu Sie zugestimmt haben und was wir von Ihnen wissen.',
    ],
    ['account-privacy'],
  ),
];
