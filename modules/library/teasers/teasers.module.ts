import { defineModule, image, link, list, object, select, text } from '@vitrine/modules';

/** Pictures with a few words that lead somewhere, side by side. */
export const teasers = defineModule({
  id: 'teasers',
  title: 'Teasers',
  alsoCalled: ['cards', 'tiles', 'features'],
  kind: 'section',
  version: 1,
  config: {
    eyebrow: text({ label: 'Small line above', maxLength: 60 }),
    title: text({ label: 'Title', maxLength: 90 }),
    teasers: list({
      label: 'Teasers',
      max: 12,
      of: object({
        label: 'Teaser',
        fields: {
          title: text({ label: 'Title', required: true, maxLength: 60 }),
          text: text({ label: 'Text', multiline: true, maxLength: 200 }),
          image: image({ label: 'Picture' }),
          link: link({ label: 'Leads to' }),
        },
      }),
    }),
    shape: select({
      label: 'Shape of the pictures',
      group: 'Look',
      options: { portrait: 'Upright', square: 'Square', landscape: 'Wide' },
    }),
  },
});
