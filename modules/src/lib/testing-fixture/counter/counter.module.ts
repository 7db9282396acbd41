import { defineModule, number, text } from '@vitrine/modules';

/** A module for tests of this package: an island with ids of its own and a slot. */
export const counter = defineModule({
  id: 'counter',
  title: 'Counter',
  kind: 'block',
  version: 1,
  config: {
    label: text({ label: 'Label', default: 'Pieces' }),
    start: number({ label: 'Begins at', integer: true }),
  },
  slots: { note: { label: 'Note', allow: ['block'], max: 1 } },
  island: 'interaction',
  messages: { en: { more: 'One more' }, de: { more: 'Eins mehr' } },
});
