import type { Preset } from '@vitrine/modules';

const values = { email: 'ada@example.com', name: 'Ada Lovelace' };
const mutation = 'account.sign-up';

export const presets: readonly Preset[] = [
  { name: 'Form', props: {}, data: { me: null, form: null } },
  {
    name: 'Wrongly filled in',
    isState: true,
    props: {},
    data: {
      me: null,
      form: { mutation, values: { ...values, email: 'ada@' }, problems: { email: 'bad', password: 'short' } },
    },
  },
  { name: 'Mailed', isState: true, props: {}, data: { me: null, form: { mutation, values, problems: {} } } },
  {
    name: 'Signed in',
    isState: true,
    props: {},
    data: { me: { name: 'Ada Lovelace', email: 'ada@example.com' }, form: null },
  },
];
