/** Where the demo brand sells. Follows `ChannelInput` of the commerce engine. */
export const demoChannels = [
  {
    id: 'online',
    kind: 'online',
    name: 'Ostrand online',
    locales: ['en', 'de'],
    currencies: ['EUR', 'GBP'],
    country: 'DE',
    taxDisplay: 'inclusive',
    locations: ['warehouse'],
  },
] as const;

const weekdays = [{ from: '10:00', to: '19:00' }] as const;
const saturday = [{ from: '10:00', to: '17:00' }] as const;

/** The warehouse and three stores. Follows `LocationInput` of the commerce engine. */
export const demoLocations = [
  {
    id: 'warehouse',
    kind: 'warehouse',
    name: 'Ropewalk warehouse',
    city: 'Ostrand',
    address: { street: 'Seilergang 3', postalCode: '24999', city: 'Ostrand', country: 'DE' },
  },
  {
    id: 'store-harbour',
    kind: 'store',
    name: 'Ostrand Harbour',
    city: 'Ostrand',
    address: { street: 'Am Alten Hafen 11', postalCode: '24999', city: 'Ostrand', country: 'DE' },
    openingHours: {
      monday: weekdays,
      tuesday: weekdays,
      wednesday: weekdays,
      thursday: weekdays,
      friday: weekdays,
      saturday,
    },
  },
  {
    id: 'store-oldtown',
    kind: 'store',
    name: 'Ostrand Old Town',
    city: 'Lindby',
    address: { street: 'Töpfergasse 4', postalCode: '24987', city: 'Lindby', country: 'DE' },
    openingHours: { tuesday: weekdays, wednesday: weekdays, thursday: weekdays, friday: weekdays, saturday },
  },
  {
    id: 'store-north',
    kind: 'store',
    name: 'Ostrand North',
    city: 'Nordholm',
    address: { street: 'Leuchtturmweg 27', postalCode: '24977', city: 'Nordholm', country: 'DE' },
    openingHours: {
      thursday: weekdays,
      friday: weekdays,
      saturday,
      sunday: [{ from: '11:00', to: '16:00' }],
    },
  },
] as const;
