import type { Preset } from '@vitrine/modules';

const props = {
  text: 'Free shipping from 80 €, and back again within 60 days.',
  'text@de': 'Versand frei ab 80 €, und zurück innerhalb von 60 Tagen.',
};

export const presets: readonly Preset[] = [
  { name: 'With a link', props: { ...props, link: { kind: 'page', path: '/about' } } },
  { name: 'Quiet', props: { ...props, tone: 'sunken' } },
];
