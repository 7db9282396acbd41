import { boolean, defineModule, select } from '@vitrine/modules';

/** Modules side by side; below each other on a phone. */
export const columns = defineModule({
  id: 'columns',
  title: 'Columns',
  alsoCalled: ['grid', 'layout', 'side by side'],
  kind: 'block',
  version: 1,
  config: {
    split: select({
      label: 'Widths',
      options: {
        halves: 'Half and half',
        'wide-first': 'Wide, narrow',
        'wide-last': 'Narrow, wide',
        thirds: 'Three thirds',
      },
    }),
    align: select({ label: 'Heights', options: { start: 'Top', centre: 'Middle', stretch: 'Equal' } }),
    sticky: boolean({ label: 'The last column stays in sight', help: 'While a longer one scrolls by.' }),
  },
  slots: {
    first: { label: 'First column', allow: ['block'] },
    second: { label: 'Second column', allow: ['block'] },
    third: { label: 'Third column', allow: ['block'] },
  },
});
