import type { Money } from '../money/money.rules.ts';
import { covers, type Place, type PostalRule, type Territory } from '../tax/place.rules.ts';
import { type DeliveryPrices, deliveryPrice } from './delivery-price.rules.ts';
import {
  type DeliveryCalendar,
  type DeliveryPromise,
  type DeliveryTime,
  promiseOf,
} from './delivery-promise.rules.ts';

/** Where a method delivers to. */
export interface DeliveryZone extends Territory {
  /** Postal codes it leaves out, such as islands. */
  readonly except?: readonly PostalRule[];
}

/** How goods get to the shopper. */
export type DeliveryKind = 'ship' | 'pickup' | 'electronic';

/** Of two kinds a line may go, the earlier one is taken where nobody chose. */
export const deliveryKinds: readonly DeliveryKind[] = ['ship', 'pickup', 'electronic'];

/** A way to get goods to the shopper. */
export interface DeliveryMethod {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly name: string;
  /** Absent = every channel. */
  readonly channels?: readonly string[];
  /** For shipping; absent = everywhere. */
  readonly zones?: readonly DeliveryZone[];
  /** For pickup, the stores that offer it; absent = every store. */
  readonly stores?: readonly string[];
  /** The heaviest parcel, grams. */
  readonly maxWeight?: number;
  readonly prices: readonly DeliveryPrices[];
  readonly time: DeliveryTime;
  /** ISO times; `from` included, `to` not. */
  readonly from?: string;
  readonly to?: string;
}

/** What is to be delivered of one line. */
export interface DeliveryLine {
  readonly id: string;
  readonly shippable: boolean;
  readonly pickupable: boolean;
  readonly electronic: boolean;
}

/** A store and whether it has everything. */
export interface PickupStore {
  readonly storeId: string;
  readonly name: string;
  readonly city: string;
  readonly available: boolean;
}

export interface DeliveryQuestion {
  /** Absent = not known yet. */
  readonly place?: Place;
  readonly channel: string;
  readonly currency: string;
  /** After discounts, minor units. */
  readonly subtotal: number;
  /** Grams. Default 0. */
  readonly weight?: number;
  readonly lines: readonly DeliveryLine[];
  readonly stores: readonly PickupStore[];
  readonly calendar: DeliveryCalendar;
  /** The local day on which the last of the lines comes out; absent = all are out. */
  readonly notBefore?: string;
  readonly at: Date;
}

export interface DeliveryOption {
  readonly methodId: string;
  readonly kind: DeliveryKind;
  readonly name: string;
  readonly price: Money;
  readonly promise: DeliveryPromise;
  /** For pickup, the stores that offer it; at least one has everything. */
  readonly stores?: readonly PickupStore[];
}

/** Why a method is not offered; of several reasons the first. */
export type DeliveryRefusal =
  | { readonly reason: 'other-channel' | 'not-now' | 'needs-address' | 'not-there' | 'no-price' }
  | { readonly reason: 'too-heavy'; readonly maxWeight: number }
  /** These lines cannot be delivered so. */
  | { readonly reason: 'not-for-lines'; readonly lineIds: readonly string[] }
  /** No store that offers it has everything. */
  | { readonly reason: 'no-store' };

export interface DeliveryOptions {
  /** In the order of the methods. */
  readonly offered: readonly DeliveryOption[];
  readonly refused: readonly (DeliveryRefusal & { readonly methodId: string })[];
}

/** What can be chosen to get goods to the shopper: SPEC rules DELIV-1 to DELIV-8. Pure. */
export function deliveryOptions(
  methods: readonly DeliveryMethod[],
  question: DeliveryQuestion,
): DeliveryOptions {
  const offered: DeliveryOption[] = [];
  const refused: (DeliveryRefusal & { methodId: string })[] = [];
  for (const method of methods) {
    const price = deliveryPrice(method.prices, { weight: 0, ...question });
    const refusal = refusalOf(method, question) ?? (price ? undefined : ({ reason: 'no-price' } as const));
    if (refusal) refused.push({ methodId: method.id, ...refusal });
    else offered.push(optionOf(method, price!, question));
  }
  return { offered, refused };
}

/** Kinds of delivery a line may go by that a channel offers now. Whether there is a way for all of its pieces is not asked. */
export function waysOf(
  methods: readonly Pick<DeliveryMethod, 'kind' | 'channels' | 'from' | 'to'>[],
  line: Omit<DeliveryLine, 'id'>,
  { channel, at }: Pick<DeliveryQuestion, 'channel' | 'at'>,
): DeliveryKind[] {
  const offered = methods.filter((method) => isIn(method, channel) && isNow(method, at));
  return deliveryKinds.filter((kind) => line[CAN_BE[kind]] && offered.some((method) => method.kind === kind));
}

function optionOf(method: DeliveryMethod, price: Money, question: DeliveryQuestion): DeliveryOption {
  const { id, kind, name, time } = method;
  return {
    methodId: id,
    kind,
    name,
    price,
    promise: promiseOf(time, question.calendar, question.at, question.notBefore),
    ...(kind === 'pickup' && { stores: storesOf(method, question) }),
  };
}

function refusalOf(method: DeliveryMethod, question: DeliveryQuestion): DeliveryRefusal | undefined {
  const { kind, maxWeight } = method;
  const { channel, lines, weight = 0 } = question;
  if (!isIn(method, channel)) return { reason: 'other-channel' };
  if (!isNow(method, question.at)) return { reason: 'not-now' };
  const lineIds = lines.filter((line) => !line[CAN_BE[kind]]).map((line) => line.id);
  if (lineIds.length > 0) return { reason: 'not-for-lines', lineIds };
  if (maxWeight !== undefined && weight > maxWeight) return { reason: 'too-heavy', maxWeight };
  if (kind === 'pickup' && !storesOf(method, question).some(({ available }) => available)) {
    return { reason: 'no-store' };
  }
  return kind === 'ship' ? addressRefusal(method, question.place) : undefined;
}

const CAN_BE = { ship: 'shippable', pickup: 'pickupable', electronic: 'electronic' } as const;

function addressRefusal(method: DeliveryMethod, place: Place | undefined): DeliveryRefusal | undefined {
  if (!method.zones) return undefined;
  if (!place) return { reason: 'needs-address' };
  return goesTo(method, place) ? undefined : { reason: 'not-there' };
}

/** Whether a method delivers to a place, as far as its zones tell. */
export function goesTo({ zones }: Pick<DeliveryMethod, 'zones'>, place: Place): boolean {
  if (!zones) return true;
  return zones.some(
    ({ except, ...zone }) =>
      covers(zone, place) && !(except && covers({ country: zone.country, postalCodes: except }, place)),
  );
}

function storesOf({ stores: own }: DeliveryMethod, { stores }: DeliveryQuestion): readonly PickupStore[] {
  return own ? stores.filter(({ storeId }) => own.includes(storeId)) : stores;
}

function isIn({ channels }: Pick<DeliveryMethod, 'channels'>, channel: string): boolean {
  return !channels || channels.includes(channel);
}

function isNow({ from, to }: Pick<DeliveryMethod, 'from' | 'to'>, at: Date): boolean {
  if (from !== undefined && Date.parse(from) > at.getTime()) return false;
  return to === undefined || Date.parse(to) > at.getTime();
}
