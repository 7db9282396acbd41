import { defineModule } from '@vitrine/modules';

/** The frame of a page of the account: its menu beside what the page shows. It is the same for everyone. */
export const account = defineModule({
  id: 'account',
  title: 'Account',
  kind: 'section',
  isPartOfOne: true,
  version: 1,
  config: {},
  slots: {
    menu: { label: 'Menu', allow: ['account-menu'], max: 1 },
    content: { label: 'Content', allow: ['block'] },
  },
});
