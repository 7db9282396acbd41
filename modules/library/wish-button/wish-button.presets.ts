import type { Preset } from '@vitrine/modules';

const subject = { kind: 'product', slug: 'tide-mug', path: '/p/tide-mug' } as const;

export const presets: readonly Preset[] = [
  { name: 'Not wished', props: {}, subject, data: { wished: false } },
  { name: 'Wished', isState: true, props: {}, subject, data: { wished: true } },
  { name: 'Not known', isState: true, props: {}, subject, data: { wished: undefined } },
];
