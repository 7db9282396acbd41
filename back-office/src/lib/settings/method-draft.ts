import type { DeliveryMethodInput } from '@vitrine/commerce-engine/client';
import { type LocalText, withoutEmpty } from '../words/local-name.ts';
import { postalText, readPostalRules } from './postal-rules.ts';

type Zone = NonNullable<DeliveryMethodInput['zones']>[number];
type Slots = NonNullable<DeliveryMethodInput['slots']>;

/** A step of a price; what cannot be read now is undefined. */
export interface TierDraft {
  /** Minor units. */
  readonly fromSubtotal: number | undefined;
  readonly fromKilos: number;
  /** Minor units. */
  readonly price: number | undefined;
}

export interface PricesDraft {
  readonly currency: string;
  readonly tiers: readonly TierDraft[];
  readonly hasFreeFrom: boolean;
  readonly freeFrom: number | undefined;
}

export interface ZoneDraft {
  readonly country: string;
  /** Not all of it. */
  readonly isPart: boolean;
  readonly regions: readonly string[];
  readonly postalCodes: string;
  readonly cities: string;
  readonly except: string;
}

export interface SlotsDraft {
  readonly interval: Slots['interval'];
  readonly capacity: number | undefined;
  readonly lead: number;
  readonly leadIn: 'hours' | 'days';
  readonly maxLeadDays: number;
  readonly from: string;
  readonly to: string;
}

/** A delivery method as its form has it. */
export interface MethodDraft {
  readonly kind: DeliveryMethodInput['kind'];
  readonly name: LocalText;
  readonly isOffered: boolean;
  readonly channels: readonly string[];
  readonly isAnywhere: boolean;
  readonly zones: readonly ZoneDraft[];
  readonly isEveryStore: boolean;
  readonly stores: readonly string[];
  readonly maxKilos: number | undefined;
  readonly prices: readonly PricesDraft[];
  readonly minDays: number;
  readonly maxDays: number;
  readonly days: DeliveryMethodInput['time']['days'];
  readonly cutOff: string;
  /** ISO times between which it is offered. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Absent = shoppers choose no time. */
  readonly slots: SlotsDraft | undefined;
}

export const begunSlots: SlotsDraft = {
  interval: 60,
  capacity: 5,
  lead: 2,
  leadIn: 'hours',
  maxLeadDays: 7,
  from: '',
  to: '',
};

export function begunZone(country: string): ZoneDraft {
  return { country, isPart: false, regions: [], postalCodes: '', cities: '', except: '' };
}

export function begunPrices(currency: string): PricesDraft {
  return {
    currency,
    tiers: [{ fromSubtotal: 0, fromKilos: 0, price: undefined }],
    hasFreeFrom: false,
    freeFrom: undefined,
  };
}

/** What a new one begins with. */
export function begunMethod({
  channels,
  currency,
  country,
}: {
  readonly channels: readonly string[];
  readonly currency: string;
  readonly country: string;
}): MethodDraft {
  return {
    kind: 'ship',
    name: {},
    isOffered: true,
    channels,
    isAnywhere: false,
    zones: [begunZone(country)],
    isEveryStore: true,
    stores: [],
    maxKilos: undefined,
    prices: [begunPrices(currency)],
    minDays: 1,
    maxDays: 3,
    days: 'business',
    cutOff: '',
    from: undefined,
    to: undefined,
    slots: undefined,
  };
}

/** @param everywhere the ids of all channels. */
export function draftOfMethod(method: DeliveryMethodInput, everywhere: readonly string[]): MethodDraft {
  const { kind, name, channels, zones, stores, maxWeight, prices, time, from, to, slots } = method;
  return {
    kind,
    name,
    isOffered: !method.retired,
    channels: channels ?? everywhere,
    isAnywhere: !zones,
    zones: (zones ?? []).map(draftOfZone),
    isEveryStore: !stores,
    stores: stores ?? [],
    maxKilos: maxWeight === undefined ? undefined : maxWeight / 1_000,
    prices: prices.map(({ currency, tiers, freeFrom }) => ({
      currency,
      tiers: tiers.map(({ fromSubtotal = 0, fromWeight = 0, price }) => ({
        fromSubtotal,
        fromKilos: fromWeight / 1_000,
        price,
      })),
      hasFreeFrom: freeFrom !== undefined,
      freeFrom,
    })),
    minDays: time.minDays,
    maxDays: time.maxDays,
    days: time.days,
    cutOff: time.cutOff ?? '',
    from,
    to,
    slots: slots && draftOfSlots(slots),
  };
}

function draftOfZone({ country, regions, postalCodes, cities, except }: Zone): ZoneDraft {
  return {
    country,
    isPart: Boolean(regions ?? postalCodes ?? cities ?? except),
    regions: regions ?? [],
    postalCodes: postalText(postalCodes),
    cities: (cities ?? []).join(', '),
    except: postalText(except),
  };
}

function draftOfSlots({ interval, capacity, minLeadDays, maxLeadDays, activeHours }: Slots): SlotsDraft {
  const isHours = minLeadDays < 1;
  return {
    interval,
    capacity,
    lead: isHours ? Math.round(minLeadDays * 24 * 100) / 100 : minLeadDays,
    leadIn: isHours ? 'hours' : 'days',
    maxLeadDays,
    from: activeHours?.from ?? '',
    to: activeHours?.to ?? '',
  };
}

/** What is sent; `null` = without a limit. @param everywhere the ids of all channels. */
export function methodOf(draft: MethodDraft, everywhere: readonly string[]) {
  const { kind, minDays, maxDays, days, cutOff } = draft;
  return {
    kind,
    name: withoutEmpty(draft.name),
    retired: !draft.isOffered,
    channels: everywhere.every((id) => draft.channels.includes(id)) ? null : draft.channels,
    zones: kind === 'ship' && !draft.isAnywhere ? draft.zones.map(zoneOf) : null,
    stores: kind === 'pickup' && !draft.isEveryStore ? draft.stores : null,
    maxWeight: draft.maxKilos === undefined ? null : gramsOf(draft.maxKilos),
    prices: draft.prices.map(pricesOf),
    time: { minDays, maxDays, days, ...(cutOff && { cutOff }) },
    from: draft.from ?? null,
    to: draft.to ?? null,
    slots: kind === 'pickup' && draft.slots ? slotsOf(draft.slots) : null,
  };
}

/** A price that cannot be read, or no name: there is nothing to send yet. */
export function isIncomplete({ name, prices, slots, isAnywhere, zones, kind }: MethodDraft): boolean {
  return (
    Object.keys(withoutEmpty(name)).length === 0 ||
    (kind === 'ship' && !isAnywhere && zones.length === 0) ||
    (slots !== undefined && slots.capacity === undefined) ||
    prices.some(
      ({ tiers, hasFreeFrom, freeFrom }) =>
        tiers.some(({ price, fromSubtotal }) => price === undefined || fromSubtotal === undefined) ||
        (hasFreeFrom && freeFrom === undefined),
    )
  );
}

function zoneOf({ country, isPart, regions, postalCodes, cities, except }: ZoneDraft): Zone {
  if (!isPart) return { country };
  const only = readPostalRules(postalCodes);
  const without = readPostalRules(except);
  const towns = cities
    .split(/[,;\n]/)
    .map((city) => city.trim())
    .filter(Boolean);
  return {
    country,
    ...(regions.length > 0 && { regions }),
    ...(only.length > 0 && { postalCodes: only }),
    ...(towns.length > 0 && { cities: towns }),
    ...(without.length > 0 && { except: without }),
  };
}

function pricesOf({ currency, tiers, hasFreeFrom, freeFrom }: PricesDraft) {
  return {
    currency,
    tiers: tiers.map(({ fromSubtotal, fromKilos, price }) => ({
      ...(fromSubtotal && { fromSubtotal }),
      ...(fromKilos > 0 && { fromWeight: gramsOf(fromKilos) }),
      price,
    })),
    ...(hasFreeFrom && { freeFrom }),
  };
}

function slotsOf({ interval, capacity, lead, leadIn, maxLeadDays, from, to }: SlotsDraft) {
  return {
    interval,
    capacity,
    minLeadDays: leadIn === 'hours' ? lead / 24 : lead,
    maxLeadDays,
    ...(from && to && { activeHours: { from, to } }),
  };
}

function gramsOf(kilos: number): number {
  return Math.round(kilos * 1_000);
}
