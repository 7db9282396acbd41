import { timeZoneOf } from '../delivery/time-zones.rules.ts';
import { dateIn } from '../documents/date-in.ts';
import type { OrderDeliveryView } from '../orders/orders.views.ts';
import type { LocationView } from '../stores/stores.views.ts';

/** Where a shopper fetches goods and, where a time was agreed, when by the store's clock: line by line. Nothing for other deliveries. */
export function pickupPlace(
  { store, slot }: OrderDeliveryView,
  { locations, locale }: { readonly locations: readonly LocationView[]; readonly locale: string },
): string[] {
  if (!store) return [];
  const address = locations.find(({ id }) => id === store.id)?.address;
  const place = address ? [address.street, `${address.postalCode} ${address.city}`] : [store.city];
  const timeZone = timeZoneOf(address?.country ?? '');
  // A moment by the clock of nowhere would mislead.
  const when = slot !== undefined && address ? [dateIn(slot, { locale, timeZone, withTime: true })] : [];
  return [store.name, ...place, ...when];
}
