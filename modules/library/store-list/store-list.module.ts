import { defineModule, link, list, object, text } from '@vitrine/modules';

/** The shop's stores: where they are and when they are open. */
export const storeList = defineModule({
  id: 'store-list',
  title: 'Stores',
  alsoCalled: ['locations', 'branches', 'opening hours'],
  kind: 'section',
  version: 1,
  config: {
    title: text({ label: 'Title', maxLength: 90 }),
    stores: list({
      label: 'Stores',
      of: object({
        label: 'Store',
        fields: {
          name: text({ label: 'Name' }),
          address: text({ label: 'Address', multiline: true }),
          hours: text({ label: 'Opening hours', multiline: true }),
          phone: text({ label: 'Phone', localised: false }),
          map: link({ label: 'Map' }),
        },
      }),
    }),
  },
  messages: {
    en: { address: 'Address', hours: 'Open', phone: 'Phone', map: 'Show {name} on a map' },
    de: { address: 'Adresse', hours: 'Geöffnet', phone: 'Telefon', map: '{name} auf der Karte zeigen' },
  },
});
