import { boolean, defineModule, image, link, select, text } from '@vitrine/modules';

/** The opening of a page: large words and a large picture. */
export const hero = defineModule({
  id: 'hero',
  title: 'Hero',
  alsoCalled: ['banner', 'stage', 'teaser', 'header picture'],
  kind: 'section',
  version: 1,
  config: {
    eyebrow: text({ label: 'Small line above', maxLength: 60 }),
    title: text({ label: 'Title', required: true, maxLength: 90 }),
    text: text({ label: 'Text', multiline: true, maxLength: 320 }),
    image: image({ label: 'Picture', ratio: 1.6 }),
    layout: select({
      label: 'Layout',
      group: 'Look',
      options: {
        split: 'Words beside the picture',
        panel: 'Words on the picture',
        stacked: 'Words above the picture',
      },
    }),
    side: select({
      label: 'Picture',
      group: 'Look',
      options: { right: 'Right', left: 'Left' },
      when: { field: 'layout', is: ['split'] },
    }),
    tone: select({
      label: 'Ground',
      group: 'Look',
      options: { plain: 'Plain', sunken: 'Tinted', accent: 'Accent' },
    }),
    link: link({ label: 'Button leads to', group: 'Links' }),
    linkLabel: text({ label: 'Text of the button', group: 'Links', maxLength: 40 }),
    secondLink: link({ label: 'Second button leads to', group: 'Links' }),
    secondLabel: text({ label: 'Text of the second button', group: 'Links', maxLength: 40 }),
    level: select({
      label: 'Heading',
      group: 'For machines',
      options: { h1: 'Title of the page', h2: 'Title of a section' },
    }),
    priority: boolean({
      label: 'On the first screen',
      help: 'The picture is fetched before everything else.',
      group: 'For machines',
      default: true,
    }),
  },
});
