import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  {
    name: 'A whole page',
    props: {},
    slots: {
      header: [
        { type: 'announcement', preset: 'With a link' },
        { type: 'header', preset: 'With search and cart' },
      ],
      main: [
        { type: 'hero', preset: 'Beside the picture' },
        { type: 'category-tiles', preset: 'Five ways in' },
        { type: 'product-collection', preset: 'Grid' },
        { type: 'image-text', preset: 'Workshop' },
        { type: 'section', preset: 'Accent with words' },
      ],
      footer: [{ type: 'footer', preset: 'Everything' }],
    },
  },
  {
    name: 'A product page',
    props: {},
    slots: {
      header: [{ type: 'header', preset: 'With search and cart' }],
      main: [
        { type: 'breadcrumb', preset: 'Of a product' },
        { type: 'columns', preset: 'Product' },
        { type: 'product-collection', preset: 'One row' },
      ],
      footer: [{ type: 'footer', preset: 'Everything' }],
    },
  },
  {
    name: 'A category page',
    props: {},
    slots: {
      header: [{ type: 'header', preset: 'With search and cart' }],
      main: [
        { type: 'breadcrumb', preset: 'Of a category' },
        { type: 'search-results', preset: 'Category' },
      ],
      footer: [{ type: 'footer', preset: 'Everything' }],
    },
  },
  {
    name: 'A cart page',
    props: {},
    slots: {
      header: [{ type: 'header', preset: 'With search and cart' }],
      main: [{ type: 'cart', preset: 'Three things' }],
      footer: [{ type: 'footer', preset: 'Only a name' }],
    },
  },
  { name: 'Empty', props: {} },
];
