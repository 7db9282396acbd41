import { getCategory, getProduct } from '@vitrine/data-actions/library';
import { defineModule, link, list, object, richText, text } from '@vitrine/modules';

/** About the shop, columns of links, and the choice of language and currency. */
export const footer = defineModule({
  id: 'footer',
  title: 'Footer',
  alsoCalled: ['newsletter', 'legal links'],
  kind: 'footer',
  version: 1,
  config: {
    name: text({ label: 'Name of the shop', localised: false, default: 'Shop', maxLength: 40 }),
    about: richText({ label: 'About' }),
    columns: list({
      label: 'Columns',
      max: 4,
      of: object({
        label: 'Column',
        fields: {
          title: text({ label: 'Title' }),
          links: list({
            label: 'Links',
            max: 10,
            of: object({
              label: 'Link',
              fields: { label: text({ label: 'Text' }), link: link({ label: 'Leads to' }) },
            }),
          }),
        },
      }),
    }),
    languages: list({
      label: 'Languages',
      help: 'Shown when there is more than one.',
      of: object({
        label: 'Language',
        fields: {
          locale: text({ label: 'Locale', localised: false }),
          label: text({ label: 'Name in that language', localised: false }),
          path: text({ label: 'Address of its home page', localised: false }),
        },
      }),
    }),
    currencies: list({
      label: 'Currencies',
      help: 'ISO codes. Shown when there is more than one.',
      of: text({
        label: 'Currency',
        localised: false,
        pattern: { expression: /^[A-Z]{3}$/, says: 'an ISO code of three capital letters' },
      }),
    }),
    note: text({ label: 'Last line' }),
  },
  // A product or category has an address of its own in every language. The page asks for it anyway.
  data: ({ config: { languages }, subject: { kind, slug }, many }) => {
    const asked = languages.length > 1 && slug !== undefined ? [{ slug }] : [];
    return {
      products: many(getProduct, kind === 'product' ? asked : []).optional(),
      categories: many(getCategory, kind === 'category' ? asked : []).optional(),
    };
  },
  messages: {
    en: {
      links: 'More of this shop',
      language: 'Language',
      currency: 'Currency',
    },
    de: {
      links: 'Mehr von diesem Shop',
      language: 'Sprache',
      currency: 'Währung',
    },
  },
});
