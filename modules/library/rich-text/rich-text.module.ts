import { defineModule, richText as richTextField, select } from '@vitrine/modules';

/** Formatted text in a comfortable measure. */
export const richText = defineModule({
  id: 'rich-text',
  title: 'Text',
  alsoCalled: ['paragraph', 'heading', 'copy'],
  kind: 'block',
  version: 1,
  config: {
    body: richTextField({ label: 'Text', required: true }),
    size: select({ label: 'Size', group: 'Look', options: { text: 'Text', lead: 'Large' } }),
    align: select({ label: 'Place', group: 'Look', options: { start: 'Left', centre: 'Middle' } }),
  },
});
