import { defineModule, link, select, text } from '@vitrine/modules';

/** A band of the page with a heading, holding other modules. */
export const section = defineModule({
  id: 'section',
  title: 'Section',
  alsoCalled: ['container', 'box', 'wrapper'],
  kind: 'section',
  version: 1,
  config: {
    eyebrow: text({ label: 'Small line above', maxLength: 60 }),
    title: text({ label: 'Title', maxLength: 90 }),
    intro: text({ label: 'Introduction', multiline: true, maxLength: 320 }),
    link: link({ label: 'Link beside the title leads to' }),
    linkLabel: text({ label: 'Text of the link', maxLength: 40 }),
    tone: select({
      label: 'Ground',
      group: 'Look',
      options: { plain: 'Plain', sunken: 'Tinted', accent: 'Accent' },
    }),
    width: select({
      label: 'Width',
      group: 'Look',
      options: { page: 'As the page', text: 'Narrow', full: 'Edge to edge' },
    }),
    room: select({
      label: 'Room above and below',
      group: 'Look',
      options: { wide: 'Wide', narrow: 'Narrow', none: 'None' },
    }),
  },
  slots: { content: { label: 'Content', allow: ['block', 'section'] } },
});
