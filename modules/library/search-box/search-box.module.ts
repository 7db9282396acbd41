import { defineModule, text } from '@vitrine/modules';
import { z } from 'zod';

/** A search field. A plain form; once touched it suggests while one types. */
export const searchBox = defineModule({
  id: 'search-box',
  title: 'Search box',
  alsoCalled: ['find'],
  kind: 'block',
  version: 1,
  island: 'interaction',
  config: {
    placeholder: text({ label: 'Hint in the empty field', maxLength: 60 }),
  },
  query: z.object({
    /** What was searched for: it stands in the field again, to be changed. */
    q: z.string().max(200).optional(),
  }),
  messages: {
    en: {
      label: 'Search the shop',
      placeholder: 'Search',
      submit: 'Search',
      suggestions: 'Suggestions',
      product: 'Product',
      category: 'Category',
      'found.one': '1 suggestion',
      'found.other': '{count} suggestions',
    },
    de: {
      label: 'Im Shop suchen',
      placeholder: 'Suchen',
      submit: 'Suchen',
      suggestions: 'Vorschläge',
      product: 'Artikel',
      category: 'Kategorie',
      'found.one': '1 Vorschlag',
      'found.other': '{count} Vorschläge',
    },
  },
});
