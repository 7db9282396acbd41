import type { Preset } from '@vitrine/modules';

const text = { type: 'rich-text', preset: 'Text' };

export const presets: readonly Preset[] = [
  { name: 'Two texts', props: {}, slots: { first: [text], second: [text] } },
  {
    name: 'Product',
    props: { split: 'wide-first', sticky: true },
    slots: {
      first: [{ type: 'media-gallery', preset: 'Mosaic' }],
      second: [
        { type: 'buy-box', preset: 'Colour and size' },
        { type: 'product-details', preset: 'Mug' },
      ],
    },
  },
  {
    name: 'Three cards',
    props: { split: 'thirds' },
    slots: {
      first: [{ type: 'product-card', preset: 'New, in colours' }],
      second: [{ type: 'product-card', preset: 'On sale' }],
      third: [{ type: 'product-card', preset: 'Sold out' }],
    },
  },
];
