import type { Audience } from '@vitrine/content';

/** Visitors the demo store can show something of their own. No page names them yet. */
export const demoAudiences: readonly Audience[] = [
  { id: 'phones', name: 'On a phone', rules: [{ kind: 'device', devices: ['phone'] }] },
  {
    id: 'spring-letter',
    name: 'Came with the spring letter',
    rules: [{ kind: 'campaign', parameter: 'campaign', values: ['spring-letter'] }],
  },
];
