import { defineModule, image, link, list, number, object, richText, select, text } from '@vitrine/modules';

/** A module for tests of this package: every kind of value, a slot, no island. */
export const teaser = defineModule({
  id: 'teaser',
  title: 'Teaser',
  kind: 'section',
  version: 2,
  config: {
    title: text({ label: 'Title', required: true, maxLength: 40 }),
    body: richText({ label: 'Text' }),
    align: select({ label: 'Alignment', options: { left: 'Left', centre: 'Centre' } }),
    columns: number({ label: 'Columns', responsive: true, integer: true, min: 1, max: 4, default: 1 }),
    image: image({ label: 'Picture' }),
    link: link({ label: 'Leads to' }),
    points: list({
      label: 'Points',
      max: 3,
      of: object({
        label: 'Point',
        fields: { label: text({ label: 'Words' }), link: link({ label: 'Leads to' }) },
      }),
    }),
  },
  slots: { content: { label: 'Content', allow: ['block', 'counter'] } },
  messages: {
    en: { 'points.one': '{count} point', 'points.other': '{count} points', more: 'Read more about {title}' },
    de: { 'points.one': '{count} Punkt', 'points.other': '{count} Punkte', more: 'Mehr über {title}' },
  },
  migrations: [({ heading, ...others }) => ({ ...others, title: heading })],
});
