/** Countries the demo brand ships to, in the order they are offered. */
export const demoCountries = ['DE', 'AT', 'NL', 'BE', 'LU', 'DK', 'SE', 'FR', 'GB', 'IE'] as const;

const near = [{ country: 'DE' }] as const;
const far = demoCountries.filter((country) => country !== 'DE').map((country) => ({ country }));

/** A price in both currencies of the channel, minor units. */
function prices(
  euros: number,
  pounds: number,
  freeFrom?: { readonly euros: number; readonly pounds: number },
) {
  return [
    { currency: 'EUR', tiers: [{ price: euros }], ...(freeFrom && { freeFrom: freeFrom.euros }) },
    { currency: 'GBP', tiers: [{ price: pounds }], ...(freeFrom && { freeFrom: freeFrom.pounds }) },
  ];
}

/** How orders reach people. Follows `DeliveryMethodInput` of the commerce engine. */
export const demoDeliveryMethods = [
  {
    id: 'parcel',
    kind: 'ship',
    name: { en: 'Parcel', de: 'Paket' },
    zones: near,
    prices: prices(490, 420, { euros: 8000, pounds: 7000 }),
    time: { minDays: 2, maxDays: 4, days: 'business', cutOff: '14:00' },
  },
  {
    id: 'parcel-abroad',
    kind: 'ship',
    name: { en: 'Parcel abroad', de: 'Paket ins Ausland' },
    zones: far,
    prices: prices(1290, 1090, { euros: 15_000, pounds: 13_000 }),
    time: { minDays: 4, maxDays: 8, days: 'business', cutOff: '14:00' },
  },
  {
    id: 'express',
    kind: 'ship',
    name: { en: 'Express', de: 'Express' },
    zones: near,
    prices: prices(1290, 1090),
    time: { minDays: 1, maxDays: 1, days: 'business', cutOff: '12:00' },
  },
  {
    id: 'pickup',
    kind: 'pickup',
    name: { en: 'Pick up in store', de: 'Im Laden abholen' },
    prices: prices(0, 0),
    time: { minDays: 1, maxDays: 1, days: 'business', cutOff: '16:00' },
    slots: { minLeadDays: 1, maxLeadDays: 6, interval: 60, capacity: 6 },
  },
  {
    id: 'by-mail',
    kind: 'electronic',
    name: { en: 'By e-mail', de: 'Per E-Mail' },
    prices: prices(0, 0),
    time: { minDays: 0, maxDays: 0, days: 'calendar' },
  },
] as const;

/** By whose clock and holidays. Follows `ChannelDeliveryInput` of the commerce engine. */
export const demoChannelDelivery = {
  channel: 'online',
  timeZone: 'Europe/Berlin',
  holidays: ['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-01'],
} as const;
