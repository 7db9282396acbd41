import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  {
    name: 'Accent with words',
    props: {
      eyebrow: 'The workshop',
      'eyebrow@de': 'Die Werkstatt',
      title: 'Made by eleven people and one dog',
      'title@de': 'Gemacht von elf Menschen und einem Hund',
      tone: 'accent',
      link: { kind: 'page', path: '/about' },
      linkLabel: 'Meet them',
      'linkLabel@de': 'Kennenlernen',
    },
    slots: { content: [{ type: 'rich-text', preset: 'Large' }] },
  },
  {
    name: 'Tinted, with columns',
    props: { title: 'Side by side', tone: 'sunken', intro: 'Two things that belong together, told apart.' },
    slots: { content: [{ type: 'columns', preset: 'Two texts' }] },
  },
  {
    name: 'Narrow',
    props: { title: 'Shipping and returns', width: 'text', room: 'narrow' },
    slots: { content: [{ type: 'rich-text', preset: 'Text' }] },
  },
];
