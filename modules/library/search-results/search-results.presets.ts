import type { OutputOf } from '@vitrine/data-actions';
import type { searchProducts } from '@vitrine/data-actions/library';
import type { Preset } from '@vitrine/modules';
import { categories, rangesOf, shelf, stockOf } from '../ostrand.ts';

type Results = OutputOf<typeof searchProducts>;

const value = (key: string, label: string, count: number, more = {}) => ({
  key,
  label,
  count,
  selected: false,
  ...more,
});

const facets: Results['facets'] = [
  {
    key: 'colour',
    label: 'Colour',
    values: [
      value('ochre', 'Ochre', 9, { swatch: '#c98a2b' }),
      value('deep-sea', 'Deep sea', 7, { swatch: '#1f5356' }),
      value('chalk', 'Chalk', 12, { swatch: '#efe8da' }),
      value('rowan', 'Rowan', 5, { swatch: '#b5472e' }),
      value('ink', 'Ink', 4, { swatch: '#27364a' }),
      value('oat', 'Oat', 6, { swatch: '#dccbaa' }),
      value('moss', 'Moss', 3, { swatch: '#6b7350' }),
      value('tide', 'Tide', 8, { swatch: '#6f959c' }),
      value('fog', 'Fog', 2, { swatch: '#a9adab' }),
      value('tar', 'Tar', 0, { swatch: '#33302d' }),
    ],
  },
  {
    key: 'material',
    label: 'Material',
    values: [
      value('stoneware', 'Stoneware', 14),
      value('glass', 'Glass', 6),
      value('wood', 'Geölte Eiche aus nachhaltiger Forstwirtschaftsgemeinschaft', 3),
      value('steel', 'Steel', 0),
    ],
  },
];

const results: Results = {
  total: 43,
  page: 2,
  pageSize: 8,
  productIds: shelf.map(({ id }) => id),
  facets,
  priceRange: { from: { amount: 900, currency: 'EUR' }, to: { amount: 34900, currency: 'EUR' } },
};
const none: Results = { ...results, total: 0, page: 1, productIds: [], facets: [], priceRange: undefined };
const found = { cards: shelf, prices: rangesOf(shelf), availability: stockOf(shelf), instead: [] };
const category = { kind: 'category', slug: 'tableware', path: '/c/tableware' } as const;
const search = { kind: 'search', path: '/search' } as const;

export const presets: readonly Preset[] = [
  {
    name: 'Category',
    props: {},
    subject: category,
    query: { page: 2 },
    data: { categories: [categories[0]], results, ...found },
  },
  {
    name: 'With filters chosen',
    isState: true,
    props: {},
    subject: category,
    query: { f: ['colour.ochre', 'colour.chalk', 'colour.fog'], price: '2500-5000', sort: 'price-asc' },
    data: {
      categories: [categories[5]],
      results: {
        ...results,
        total: 4,
        page: 1,
        facets: facets.map((facet) => ({
          ...facet,
          values: facet.values.map((each) => ({
            ...each,
            selected: ['ochre', 'chalk', 'fog'].includes(each.key),
          })),
        })),
      },
      ...found,
      cards: shelf.slice(0, 4),
    },
  },
  {
    name: 'Corrected spelling',
    isState: true,
    props: {},
    subject: search,
    query: { q: 'steinzug' },
    data: { categories: [], results: { ...results, total: 8, page: 1, corrected: 'steinzeug' }, ...found },
  },
  {
    name: 'Nothing found',
    isState: true,
    props: {},
    subject: search,
    query: { q: 'snorkel' },
    data: {
      categories: [],
      results: none,
      cards: [],
      instead: shelf.slice(0, 4),
      insteadPrices: rangesOf(shelf.slice(0, 4)),
    },
  },
  {
    name: 'Filters leave nothing',
    isState: true,
    props: {},
    subject: category,
    query: { f: 'material.steel', price: '-1000' },
    data: { categories: [categories[0]], results: { ...none, facets }, cards: [], instead: [] },
  },
];
