import { inWords } from './state.ts';

/** What the audit log tells of: the noun an action begins with. */
export const auditNouns: Readonly<Record<string, string>> = {
  staff: 'Staff',
  'api-token': 'API keys',
  catalog: 'Products',
  pricing: 'Prices',
  promotions: 'Promotions',
  inventory: 'Stock',
  orders: 'Orders',
  payments: 'Payments',
  fulfilment: 'Fulfilment',
  returns: 'Returns',
  channel: 'Channel',
  stores: 'Channels and places',
  delivery: 'Delivery',
  tax: 'Taxes',
  invoices: 'Sellers',
  customers: 'Customers',
  giftCards: 'Gift cards',
  storeCredit: 'Store credit',
  loyalty: 'Loyalty',
  'stock-count': 'Count',
  recommendations: 'Recommendations',
  webhooks: 'Webhooks',
};

/** `giftCards` → `Gift cards`, `delivery` → `Delivery`. */
export function nounWords(noun: string): string {
  return auditNouns[noun] ?? inWords(noun);
}
