import type { Market } from '@vitrine/commerce-engine/client';
import type { SharedDimensions } from '@vitrine/data-actions';

/**
 * The market of an answer that depends on fewer dimensions than a market has. What the action does not vary by is not known
 * here, so the answer cannot depend on it: the commerce engine is handed the standards' words for "none in particular".
 */
export function marketOf(
  dimensions: Pick<SharedDimensions, 'channel'> &
    Partial<Pick<SharedDimensions, 'locale' | 'currency' | 'customerGroup'>>,
): Market {
  const { channel, locale = 'und', currency = 'XXX', customerGroup = 'anyone' } = dimensions;
  return { channel, locale, currency, customerGroup };
}
