import { getCategoryTree } from '@vitrine/data-actions/library';
import { defineModule, image, link, list, object, text } from '@vitrine/modules';

/** Logo, the category menu, and places for search, account and cart. Menus open without JavaScript. */
export const header = defineModule({
  id: 'header',
  title: 'Header',
  alsoCalled: ['menu', 'navigation', 'logo'],
  kind: 'header',
  version: 1,
  config: {
    name: text({ label: 'Name of the shop', localised: false, default: 'Shop', maxLength: 40 }),
    logo: image({ label: 'Logo', help: 'Stands in for the name. Best as a drawing with a clear ground.' }),
    links: list({
      label: 'More links',
      help: 'Behind the categories.',
      max: 4,
      of: object({
        label: 'Link',
        fields: { label: text({ label: 'Text' }), link: link({ label: 'Leads to' }) },
      }),
    }),
  },
  slots: {
    search: { label: 'Search', allow: ['search-box'], max: 1 },
    account: { label: 'Account', allow: ['account-badge'], max: 1 },
    cart: { label: 'Cart', allow: ['cart-badge'], max: 1 },
  },
  data: ({ need }) => ({ tree: need(getCategoryTree, {}).optional() }),
  messages: {
    en: {
      menu: 'Menu',
      main: 'Main menu',
      close: 'Close menu',
      back: 'Back',
      home: '{name}, home page',
      all: 'All of {category}',
    },
    de: {
      menu: 'Menü',
      main: 'Hauptmenü',
      close: 'Menü schließen',
      back: 'Zurück',
      home: '{name}, Startseite',
      all: 'Alles aus {category}',
    },
  },
});
