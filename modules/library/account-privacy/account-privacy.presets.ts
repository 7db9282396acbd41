import type { Preset } from '@vitrine/modules';
import { freshProfile, profile } from '../account-example.ts';

const withdrawn = { ...profile, consents: profile.consents.map((each) => ({ ...each, granted: false })) };

export const presets: readonly Preset[] = [
  { name: 'Privacy', props: {}, data: { profile, form: null } },
  { name: 'Not agreed', isState: true, props: {}, data: { profile: freshProfile, form: null } },
  { name: 'Withdrawn', isState: true, props: {}, data: { profile: withdrawn, form: null } },
  {
    name: 'Another email',
    isState: true,
    props: {},
    data: {
      profile,
      form: {
        mutation: 'account.delete',
        values: { email: 'someone@example.com' },
        problems: { email: 'refused' },
      },
    },
  },
  { name: 'Signed out', isState: true, props: {}, data: { profile: null, form: null } },
];
