import { type DeliveryMethodInput, money, regionsOf } from '@vitrine/commerce-engine/client';
import type { Channel, Place } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { country } from '../words/country.ts';
import { when } from '../words/when.ts';
import { postalText } from './postal-rules.ts';

type Prices = DeliveryMethodInput['prices'][number];
type Tier = Prices['tiers'][number];
type Zone = NonNullable<DeliveryMethodInput['zones']>[number];

const kilos = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'kilogram', maximumFractionDigits: 3 });

export function weightWords(grams: number): string {
  return kilos.format(grams / 1_000);
}

/** From where on a price holds: `from €50.00 and 2 kg`; nothing where it always does. */
function tierWords({ fromSubtotal = 0, fromWeight = 0 }: Tier, currency: string): string {
  const from = [
    ...(fromSubtotal > 0 ? [amount(money(fromSubtotal, currency))] : []),
    ...(fromWeight > 0 ? [weightWords(fromWeight)] : []),
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

/** A country once, with what of it is meant where that is short enough to be told. */
export function zoneWords(zones: DeliveryMethodInput['zones']): string {
  if (!zones) return 'Anywhere';
  return zones.map((zone) => [country(zone.country), partWords(zone)].filter(Boolean).join(' ')).join(', ');
}

function partWords({ country: code, regions, postalCodes, cities, except }: Zone): string {
  const names = regions?.map(
    (region) => regionsOf(code).find((each) => each.code === region)?.name ?? region,
  );
  const parts = [
    ...(names ?? []),
    ...(cities ?? []),
    ...(postalCodes ? [`postal codes ${postalText(postalCodes)}`] : []),
    ...(except ? [`without ${postalText(except)}`] : []),
  ].join(', ');
  if (parts === '') return '';
  return parts.length > 80 ? '(in part)' : `(${parts})`;
}

export function slotWords({
  interval,
  capacity,
  activeHours,
}: NonNullable<DeliveryMethodInput['slots']>): string {
  const span = interval === 60 ? 'hour' : `${interval} minutes`;
  const hours = activeHours ? ` from ${activeHours.from} to ${activeHours.to}` : '';
  return `${capacity} ${capacity === 1 ? 'order' : 'orders'} every ${span}${hours}`;
}

/** Between which times it is offered; undefined = always. */
export function offeredWords({ from, to }: Pick<DeliveryMethodInput, 'from' | 'to'>): string | undefined {
  const words = [from && `from ${when(from)}`, to && `until ${when(to)}`].filter(Boolean).join(' ');
  return words === '' ? undefined : `Only ${words}`;
}

export function timeWords({ minDays, maxDays, days, cutOff }: DeliveryMethodInput['time']): string {
  if (maxDays === 0) return 'No time';
  const span = minDays === maxDays ? `${maxDays}` : `${minDays} to ${maxDays}`;
  const words = `${span} ${days === 'business' ? 'working ' : ''}${maxDays === 1 ? 'day' : 'days'}`;
  return cutOff ? `${words}; ordered after ${cutOff}, from the next day on` : words;
}
