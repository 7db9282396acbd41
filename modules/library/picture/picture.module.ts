import { boolean, defineModule, image, link, select, text } from '@vitrine/modules';

/** One picture, with words below it where it needs any. */
export const picture = defineModule({
  id: 'picture',
  title: 'Picture',
  alsoCalled: ['image', 'photo'],
  kind: 'block',
  version: 1,
  config: {
    image: image({ label: 'Picture', required: true }),
    caption: text({ label: 'Words below it', multiline: true, maxLength: 240 }),
    link: link({ label: 'Leads to' }),
    width: select({
      label: 'Width',
      group: 'Look',
      options: { page: 'As its place', text: 'As a text', small: 'Small', full: 'Edge to edge' },
    }),
    align: select({
      label: 'Place',
      group: 'Look',
      options: { centre: 'Middle', start: 'Left', end: 'Right' },
      when: { field: 'width', is: ['text', 'small'] },
    }),
    ratio: select({
      label: 'Shape',
      group: 'Look',
      options: {
        own: 'As it is',
        panorama: 'Very wide, 21:9',
        wide: 'Wide, 16:9',
        landscape: 'Across, 4:3',
        square: 'Square',
        portrait: 'Upright, 4:5',
      },
    }),
    corners: select({
      label: 'Corners',
      group: 'Look',
      options: { sharp: 'Sharp', soft: 'Soft', round: 'Round' },
    }),
    priority: boolean({
      label: 'On the first screen',
      help: 'It is fetched before everything else.',
      group: 'For machines',
    }),
  },
  messages: { en: { look: 'Look at it' }, de: { look: 'Ansehen' } },
});
