import { type DeliveryMethodInput, money } from '@vitrine/commerce-engine/client';
import type { Channel, Place } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { country } from '../words/country.ts';

type Prices = DeliveryMethodInput['prices'][number];
type Tier = Prices['tiers'][number];

const kilos = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'kilogram', maximumFractionDigits: 3 });

/** From where on a price holds: `from €50.00 and 2 kg`; nothing where it always does. */
export function tierWords({ fromSubtotal = 0, fromWeight = 0 }: Tier, currency: string): string {
  const from = [
    ...(fromSubtotal > 0 ? [amount(money(fromSubtotal, currency))] : []),
    ...(fromWeight > 0 ? [kilos.format(fromWeight / 1_000)] : []),
  ];
  return from.length === 0 ? '' : `from ${from.join(' and ')}`;
}

/** A line for each currency. */
export function pricesWords(prices: readonly Prices[]): string[] {
  return prices.map(({ currency, tiers, freeFrom }) => {
    const steps = tiers.map((tier) => {
      const price = tier.price === 0 ? 'nothing' : amount(money(tier.price, currency));
      return [price, tierWords(tier, currency)].filter(Boolean).join(' ');
    });
    const free = freeFrom === undefined ? [] : [`free from ${amount(money(freeFrom, currency))}`];
    return `${currency}: ${[...steps, ...free].join(', ')}`;
  });
}

export function kindWords(
  { kind, stores }: Pick<DeliveryMethodInput, 'kind' | 'stores'>,
  places: readonly Place[],
): string {
  if (kind === 'ship') return 'A parcel';
  if (kind === 'electronic') return 'By e-mail';
  if (!stores) return 'Picked up in any store';
  return `Picked up in ${stores.map((id) => places.find((place) => place.id === id)?.name ?? id).join(', ')}`;
}

export function channelWords(ids: readonly string[] | undefined, channels: readonly Channel[]): string {
  if (!ids) return 'All channels';
  return ids.map((id) => channels.find((channel) => channel.id === id)?.name ?? id).join(', ');
}

export function zoneWords(zones: DeliveryMethodInput['zones']): string {
  if (!zones) return 'Anywhere';
  const names = [...new Set(zones.map((zone) => country(zone.country)))];
  const isPartly = zones.some(
    ({ regions, postalCodes, cities, except }) => regions ?? postalCodes ?? cities ?? except,
  );
  return `${names.join(', ')}${isPartly ? ' (in part)' : ''}`;
}

export function timeWords({ minDays, maxDays, days, cutOff }: DeliveryMethodInput['time']): string {
  if (maxDays === 0) return 'No time';
  const span = minDays === maxDays ? `${maxDays}` : `${minDays} to ${maxDays}`;
  const words = `${span} ${days === 'business' ? 'working ' : ''}${maxDays === 1 ? 'day' : 'days'}`;
  return cutOff ? `${words}; ordered after ${cutOff}, from the next day on` : words;
}
