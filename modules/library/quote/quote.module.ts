import { defineModule, image, number, select, text } from '@vitrine/modules';

/** What somebody said, and who that is. */
export const quote = defineModule({
  id: 'quote',
  title: 'Quote',
  alsoCalled: ['testimonial', 'review', 'press'],
  kind: 'block',
  version: 1,
  config: {
    words: text({ label: 'Words', multiline: true, required: true, maxLength: 600 }),
    who: text({ label: 'Who said it', localised: false, maxLength: 80 }),
    about: text({ label: 'Who that is', maxLength: 120 }),
    image: image({ label: 'Picture of them', ratio: 1 }),
    stars: number({
      label: 'Stars',
      help: 'Of five. None: no stars are shown.',
      min: 0,
      max: 5,
      integer: true,
    }),
    size: select({ label: 'Size', group: 'Look', options: { large: 'Large', text: 'Text' } }),
    align: select({ label: 'Place', group: 'Look', options: { start: 'Left', centre: 'Middle' } }),
    tone: select({
      label: 'Ground',
      group: 'Look',
      options: { plain: 'Plain', sunken: 'Tinted', accent: 'Accent' },
    }),
  },
  messages: {
    en: { 'stars.one': '{count} star of 5', 'stars.other': '{count} stars of 5' },
    de: { 'stars.one': '{count} Stern von 5', 'stars.other': '{count} Sterne von 5' },
  },
});
