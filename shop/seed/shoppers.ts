/** Somebody who shops in the demo shop. The passwords are public on purpose: never seed them into a real shop. */
export interface DemoShopper {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: string;
  /** What is said of them beside their sign-in. */
  readonly note: string;
}

/** Has ordered before, has store credit, points and wishes. */
export const regular: DemoShopper = {
  name: 'Freya Sund',
  email: 'freya@ostrand.example',
  password: 'demo-lighthouse-freya',
  locale: 'en',
  note: 'orders, store credit, points, a wish list',
};

/** Runs a small inn, and sees the prices of the trade. */
const trader: DemoShopper = {
  name: 'Hanne Krog',
  email: 'hanne@ostrand.example',
  password: 'demo-lighthouse-hanne',
  locale: 'de',
  note: 'trade prices on tableware',
};

export const demoShoppers: readonly DemoShopper[] = [regular, trader];

export const regularAddresses = [
  { name: 'Freya Sund', street: 'Deichweg 4', postalCode: '24999', city: 'Ostrand', country: 'DE' },
  {
    name: 'Freya Sund',
    company: 'Werft Skarhamn',
    street: 'Kaistraße 12',
    extra: 'Halle 3',
    postalCode: '24960',
    city: 'Glücksburg',
    country: 'DE',
  },
] as const;

export const traderAddress = {
  name: 'Hanne Krog',
  company: 'Gasthaus Krog',
  street: 'Am Anleger 1',
  postalCode: '25980',
  city: 'Sylt',
  country: 'DE',
} as const;

/** What she bought, by handle and pieces; the first has reached her. */
export const regularOrders = [
  { handle: 'shoal-plate', quantity: 4, sent: true },
  { handle: 'market-tote', quantity: 1, sent: false },
] as const;

export const regularWishes = ['heron-floor-lamp', 'northwind-blanket'] as const;

/** Handles of what the trade pays a fifth less for. */
export const tradeGoods = ['shoal-plate', 'cove-bowl', 'tide-mug'] as const;
