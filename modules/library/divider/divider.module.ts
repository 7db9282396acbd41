import { defineModule, select } from '@vitrine/modules';

/** Room between two things, with a line in it or without. */
export const divider = defineModule({
  id: 'divider',
  title: 'Divider and space',
  alsoCalled: ['line', 'separator', 'spacer', 'rule'],
  kind: 'block',
  version: 1,
  config: {
    line: select({
      label: 'Line',
      options: { none: 'None', full: 'Full', short: 'Short' },
    }),
    room: select({
      label: 'Room',
      options: { small: 'Small', medium: 'Medium', large: 'Large', huge: 'Very large' },
      default: 'medium',
      responsive: true,
    }),
  },
});
