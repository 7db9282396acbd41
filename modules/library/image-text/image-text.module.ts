import { defineModule, image, link, richText, select, text } from '@vitrine/modules';

/** A picture with words beside it. */
export const imageText = defineModule({
  id: 'image-text',
  title: 'Picture and text',
  alsoCalled: ['story', 'media'],
  kind: 'section',
  version: 1,
  config: {
    eyebrow: text({ label: 'Small line above', maxLength: 60 }),
    title: text({ label: 'Title', required: true, maxLength: 90 }),
    body: richText({ label: 'Text' }),
    image: image({ label: 'Picture', ratio: 0.8 }),
    side: select({ label: 'Picture', group: 'Look', options: { left: 'Left', right: 'Right' } }),
    ratio: select({
      label: 'Shape of the picture',
      group: 'Look',
      options: { portrait: 'Upright', square: 'Square', landscape: 'Wide' },
    }),
    tone: select({
      label: 'Ground',
      group: 'Look',
      options: { plain: 'Plain', sunken: 'Tinted', accent: 'Accent' },
    }),
    link: link({ label: 'Link leads to' }),
    linkLabel: text({ label: 'Text of the link', maxLength: 40 }),
  },
});
