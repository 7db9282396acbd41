import { defineModule, link, select, text } from '@vitrine/modules';

/** One line above the header. */
export const announcement = defineModule({
  id: 'announcement',
  title: 'Announcement',
  alsoCalled: ['bar', 'notice', 'message', 'shipping'],
  kind: 'header',
  version: 1,
  config: {
    text: text({ label: 'Text', required: true, maxLength: 120 }),
    link: link({ label: 'Leads to' }),
    linkLabel: text({ label: 'Text of the link', maxLength: 40 }),
    tone: select({ label: 'Tone', options: { accent: 'Accent', sunken: 'Quiet' } }),
  },
  messages: {
    en: { label: 'Announcement', more: 'Read more' },
    de: { label: 'Ankündigung', more: 'Mehr dazu' },
  },
});
