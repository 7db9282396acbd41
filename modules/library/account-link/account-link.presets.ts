import type { Preset } from '@vitrine/modules';

const token = 'vtl_an-example';
const over = (problem: string) => ({
  form: { mutation: 'account.follow-link', values: {}, problems: { token: problem } },
});

export const presets: readonly Preset[] = [
  { name: 'Confirm', props: {}, query: { for: 'sign-up', token }, data: { form: null } },
  { name: 'Sign in', isState: true, props: {}, query: { for: 'sign-in', token }, data: { form: null } },
  { name: 'New password', isState: true, props: {}, query: { for: 'reset', token }, data: { form: null } },
  {
    name: 'New password too short',
    isState: true,
    props: {},
    query: { for: 'reset', token },
    data: { form: { mutation: 'account.set-password', values: {}, problems: { password: 'short' } } },
  },
  {
    name: 'New email',
    isState: true,
    props: {},
    query: { for: 'change-email', token },
    data: { form: null },
  },
  { name: 'Over', isState: true, props: {}, query: { for: 'sign-in', token }, data: over('link-over') },
  {
    name: 'Email taken',
    isState: true,
    props: {},
    query: { for: 'change-email', token },
    data: over('email-taken'),
  },
];
