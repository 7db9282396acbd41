import {
  boolean,
  category,
  collection,
  colour,
  date,
  describeFields,
  image,
  link,
  list,
  number,
  object,
  product,
  richText,
  select,
  text,
  video,
} from '@vitrine/modules';
import type { ModuleDescription } from '../common-fields.ts';

const fields = {
  title: text({ label: 'Title', required: true, maxLength: 90 }),
  intro: text({ label: 'Introduction', multiline: true, maxLength: 320, help: 'One or two sentences.' }),
  body: richText({ label: 'Text' }),
  picture: image({ label: 'Picture', ratio: 1.6 }),
  film: video({ label: 'Film' }),
  columns: number({
    label: 'Columns',
    group: 'Look',
    default: 2,
    min: 1,
    max: 6,
    integer: true,
    responsive: true,
  }),
  gap: number({ label: 'Gap', group: 'Look', default: 16, min: 0, max: 96, step: 4, unit: 'px' }),
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
    label: 'Side',
    group: 'Look',
    options: { left: 'Left', right: 'Right' },
    when: { field: 'layout', is: ['split'] },
  }),
  height: select({
    label: 'Height',
    group: 'Look',
    options: {
      auto: 'As its content',
      half: 'Half a screen',
      most: 'Most of a screen',
      full: 'A full screen',
    },
  }),
  ground: colour({ label: 'Ground', group: 'Look' }),
  sticky: boolean({ label: 'Stays in sight', group: 'Look', help: 'While the page scrolls.' }),
  link: link({ label: 'Leads to', group: 'Links' }),
  address: link({ label: 'Elsewhere', group: 'Links' }),
  product: product({ label: 'Product', group: 'Catalogue', required: true }),
  category: category({ label: 'Category', group: 'Catalogue' }),
  byHand: collection({ label: 'Chosen products', group: 'Catalogue' }),
  byCategory: collection({ label: 'Products of a category', group: 'Catalogue' }),
  from: date({ label: 'From', group: 'Time' }),
  until: date({ label: 'Until', group: 'Time', time: true }),
  links: list({
    label: 'Links',
    group: 'Lists',
    max: 4,
    of: object({
      label: 'Link',
      fields: { label: text({ label: 'Text', maxLength: 40 }), link: link({ label: 'Leads to' }) },
    }),
  }),
  currencies: list({
    label: 'Currencies',
    group: 'Lists',
    min: 2,
    of: text({
      label: 'Currency',
      localised: false,
      pattern: { expression: /^[A-Z]{3}$/, says: 'an ISO code of three capital letters' },
    }),
  }),
  categories: list({ label: 'Categories', group: 'Lists', of: category({ label: 'Category' }) }),
  steps: list({
    label: 'Steps',
    group: 'Lists',
    of: object({ label: 'Step', fields: { name: text({ label: 'Name' }) } }),
    default: [{ name: 'Look' }, { name: 'Choose' }],
  }),
  notes: list({ label: 'Notes', group: 'Lists', localised: true, of: text({ label: 'Note' }) }),
  button: object({
    label: 'Button',
    group: 'Lists',
    fields: { words: text({ label: 'Words' }), large: boolean({ label: 'Large' }) },
  }),
};

/** A module with every kind of field. */
export const everyKind: ModuleDescription & { readonly config: typeof fields } = {
  id: 'every-kind',
  title: 'Every kind',
  fields: describeFields(fields),
  config: fields,
};

const noteFields = {
  title: text({ label: 'Heading', maxLength: 90 }),
  sticky: boolean({ label: 'Sticky', help: 'Stays.' }),
  tone: select({ label: 'Tone', options: { a: 'Warm', b: 'Cold' } }),
};

/** Another one, which has a title and a switch like it. */
export const note: ModuleDescription & { readonly config: typeof noteFields } = {
  id: 'note',
  title: 'Note',
  fields: describeFields(noteFields),
  config: noteFields,
};
