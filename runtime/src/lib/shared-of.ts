import { EVERYONE } from '@vitrine/content';
import type { SharedDimensions } from '@vitrine/data-actions';
import type { Visit } from './stages.ts';

/**
 * What is asked and shown for a visit. Whom an instance is for is decided where it stands: questions, plans and views are told of no
 * audience, so that their answers and their HTML are the same for all of them, and caches are not split.
 */
export function sharedOf({
  channel,
  locale,
  currency,
  customerGroup,
}: Pick<Visit, 'channel' | 'locale' | 'currency' | 'customerGroup'>): Readonly<SharedDimensions> {
  return { channel: channel.id, locale, currency, customerGroup, audience: EVERYONE };
}
