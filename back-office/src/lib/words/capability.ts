import type { Capability } from '@vitrine/commerce-engine/client';

const words: Readonly<Record<Capability, string>> = {
  'catalog.read': 'See products',
  'catalog.write': 'Change products and categories',
  'pricing.write': 'Change prices',
  'promotions.write': 'Change promotions and coupons',
  'discounts.give': 'Give prices and discounts by hand, up to the limit',
  'discounts.any': 'Give them beyond the limit',
  'giftcards.write': 'Issue and block gift cards',
  'storecredit.write': 'Give store credit',
  'loyalty.write': 'Change loyalty programmes and points',
  'inventory.write': 'Change stock',
  'content.write': 'Write pages',
  'content.publish': 'Publish pages',
  'content.preview': 'Preview pages',
  'orders.read': 'See orders',
  'orders.write': 'Change orders, refund',
  'customers.read': 'See customers',
  'customers.write': 'Change customers',
  'trace.read': 'See how pages are made',
  'settings.write': 'Change settings',
  'webhooks.write': 'Tell other systems of events',
  'staff.manage': 'Look after staff, API keys and the audit log',
};

/** In a fixed order, as they are listed to be chosen from. */
export const allCapabilities = Object.keys(words) as Capability[];

/** What it lets somebody do. */
export function capabilityWords(capability: Capability): string {
  return words[capability];
}

/** All of them in a sentence: `See products, change stock`. */
export function capabilitiesInWords(capabilities: readonly Capability[]): string {
  if (capabilities.length === allCapabilities.length) return 'Everything';
  return capabilities
    .map(capabilityWords)
    .map((each, at) =>
      at === 0 || each.startsWith('API') ? each : each.charAt(0).toLowerCase() + each.slice(1),
    )
    .join(', ');
}
