import type { Preset } from '@vitrine/modules';

const values = { email: 'ada@example.com' };
const sent = (mutation: string, problems: Readonly<Record<string, string>> = {}) => ({
  me: null,
  form: { mutation, values, problems },
});

export const presets: readonly Preset[] = [
  { name: 'Form', props: {}, data: { me: null, form: null } },
  {
    name: 'After a wish',
    isState: true,
    props: {},
    query: { next: '/p/tide-mug', wish: 'tide-mug' },
    data: { me: null, form: null },
  },
  {
    name: 'With a provider',
    isState: true,
    props: {},
    data: {
      me: null,
      form: null,
      providers: [{ id: 'oidc', name: 'Inselkonto', address: '/_account/provider/oidc' }],
    },
  },
  {
    name: 'Wrong password',
    isState: true,
    props: {},
    data: sent('account.sign-in', { password: 'refused' }),
  },
  {
    name: 'No address',
    isState: true,
    props: {},
    data: sent('account.ask-for-link', { email: 'bad' }),
  },
  { name: 'Link mailed', isState: true, props: {}, data: sent('account.ask-for-link') },
  { name: 'Reset mailed', isState: true, props: {}, data: sent('account.ask-for-reset') },
  {
    name: 'Signed in',
    isState: true,
    props: {},
    data: { me: { name: 'Ada Lovelace', email: 'ada@example.com' }, form: null },
  },
];
