import { defineModule, link, list, object, select, text } from '@vitrine/modules';

/** A button that leads somewhere, or a row of them. */
export const button = defineModule({
  id: 'button',
  title: 'Button',
  alsoCalled: ['link', 'call to action', 'cta'],
  kind: 'block',
  version: 1,
  config: {
    buttons: list({
      label: 'Buttons',
      max: 6,
      of: object({
        label: 'Button',
        fields: {
          label: text({ label: 'Text', required: true, maxLength: 40 }),
          link: link({ label: 'Leads to', required: true }),
          look: select({
            label: 'Look',
            options: { filled: 'Filled', quiet: 'Outline', text: 'Text only' },
          }),
        },
      }),
    }),
    size: select({
      label: 'Size',
      group: 'Look',
      options: { medium: 'Medium', small: 'Small', large: 'Large' },
    }),
    align: select({
      label: 'Place',
      group: 'Look',
      options: { start: 'Left', centre: 'Middle', end: 'Right' },
    }),
    wide: select({
      label: 'Width on a phone',
      group: 'Look',
      options: { own: 'As its words', full: 'Full' },
    }),
  },
});
