import { z } from 'zod';
import type { LocalText } from '../catalog/product-import.ts';
import { countrySchema } from '../country-input.ts';
import { withRegionCodes } from '../region.rules.ts';
import { postalRuleSchema } from '../tax/tax-input.ts';
import { type DeliveryMethod, type DeliveryZone, deliveryKinds } from './delivery.rules.ts';
import type { DeliveryPrices, PriceTier } from './delivery-price.rules.ts';
import type { DeliveryCalendar, DeliveryTime } from './delivery-promise.rules.ts';
import type { SlotSetting } from './pickup-slots.rules.ts';

/** A method as a seed or an operator describes it. `id` is its identity; methods are offered in the order they come. */
export interface DeliveryMethodInput extends Omit<DeliveryMethod, 'name'> {
  /** By locale. */
  readonly name: LocalText;
  /** For pickup; absent = the shopper chooses no time. */
  readonly slots?: SlotSetting;
  /** Stores with slots of their own, by store id. */
  readonly slotsByStore?: Readonly<Record<string, SlotSetting>>;
  /** Not offered any more. Default false. */
  readonly retired?: boolean;
}
export type StoredMethod = DeliveryMethodInput;

/** A method as who may change settings sees it. */
export interface StaffMethod extends StoredMethod {
  /** Named again with a change: what somebody else changed meanwhile is not overwritten. */
  readonly version: number;
}

export interface ChannelDeliveryInput extends DeliveryCalendar {
  readonly channel: string;
}

/** How a product can reach the shopper. */
export interface ProductDeliveryInput {
  readonly productId: string;
  readonly ship: boolean;
  readonly pickup: boolean;
  readonly electronic: boolean;
}

const id = z.string().min(1).max(200);
const moment = z.iso.datetime({ offset: true });
const amount = z
  .int('expected an amount of 0 or more, in cents or what is smallest in its currency')
  .min(0)
  .max(1_000_000_000);
const grams = z.int('expected whole grams').min(0).max(1_000_000_000);
const texts = z.array(z.string().trim().min(1).max(200)).min(1).max(10_000);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time such as "09:30"');
const postalCodes = z.array(postalRuleSchema).min(1).max(10_000).optional();

const zoneSchema: z.ZodType<DeliveryZone> = z
  .strictObject({
    country: countrySchema,
    regions: texts.optional(),
    postalCodes,
    cities: texts.optional(),
    except: postalCodes,
  })
  .overwrite(withRegionCodes);

const tierSchema: z.ZodType<PriceTier> = z.strictObject({
  fromSubtotal: amount.optional(),
  fromWeight: grams.optional(),
  price: amount,
});

const pricesSchema: z.ZodType<DeliveryPrices> = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected the three letters of a currency, such as "EUR"'),
  tiers: z.array(tierSchema).min(1).max(100),
  freeFrom: amount.optional(),
});

const timeSchema: z.ZodType<DeliveryTime> = z
  .strictObject({
    minDays: z.int().min(0).max(365),
    maxDays: z.int().min(0).max(365),
    days: z.enum(['business', 'calendar']),
    cutOff: time.optional(),
  })
  .refine(({ minDays, maxDays }) => minDays <= maxDays, {
    path: ['maxDays'],
    error: 'expected at most as many days as at least, or more',
  });

const slotSchema: z.ZodType<SlotSetting> = z
  .strictObject({
    minLeadDays: z.number().min(0).max(60),
    maxLeadDays: z.number().min(0).max(60),
    activeHours: z
      .strictObject({ from: time, to: time })
      .refine(({ from, to }) => from < to, 'expected an end after the beginning')
      .optional(),
    interval: z.union([z.literal(15), z.literal(30), z.literal(60)], 'expected 15, 30 or 60 minutes'),
    capacity: z.int().min(1).max(10_000),
  })
  .refine(
    ({ minLeadDays, maxLeadDays }) => minLeadDays <= maxLeadDays,
    'expected the last time after the first',
  );

const nameSchema = z.record(z.string().min(2).max(35), z.string().trim().min(1).max(200));
const channelsSchema = z.array(id).min(1).max(1_000);
const methodPricesSchema = z
  .array(pricesSchema)
  .min(1)
  .refine((prices) => isSet(prices.map(({ currency }) => currency)), 'expected each currency once');

const methodShape = {
  kind: z.enum(deliveryKinds),
  name: nameSchema,
  channels: channelsSchema.optional(),
  zones: z.array(zoneSchema).min(1).max(1_000).optional(),
  stores: z.array(id).min(1).max(10_000).optional(),
  maxWeight: grams.optional(),
  prices: methodPricesSchema,
  time: timeSchema,
  from: moment.optional(),
  to: moment.optional(),
  slots: slotSchema.optional(),
  slotsByStore: z.record(id, slotSchema).optional(),
  retired: z.boolean().optional(),
};

type MethodParts = Omit<DeliveryMethodInput, 'id'>;

/** Only what its kind has. */
function ofItsKind<Schema extends z.ZodType<MethodParts>>(schema: Schema) {
  return schema
    .refine(({ kind, zones }) => kind === 'ship' || !zones, 'expected zones only for shipping')
    .refine(
      ({ kind, stores, slots, slotsByStore }) => kind === 'pickup' || !(stores ?? slots ?? slotsByStore),
      'expected stores and slots only for pickup',
    );
}

export const methodSchema: z.ZodType<DeliveryMethodInput> = ofItsKind(z.strictObject({ id, ...methodShape }));

export const staffMethodSchema: z.ZodType<StaffMethod> = z.strictObject({
  id,
  ...methodShape,
  version: z.int(),
});

export const methodsSchema: z.ZodType<DeliveryMethodInput[]> = z
  .array(methodSchema)
  .max(1_000)
  .refine((methods) => isSet(methods.map((method) => method.id)), 'expected each id once');

const namedSchema = nameSchema.refine(
  (name) => Object.keys(name).length > 0,
  'expected a name in one language at least',
);

/** A method that staff make; its id is made of its name. */
export const createMethodSchema = ofItsKind(z.strictObject({ ...methodShape, name: namedSchema }));
export type CreateMethodInput = MethodParts;

/** What of a method staff may change, by the version they looked at. `null` takes away what limits it. */
export const methodPatchSchema = z.strictObject({
  version: z.int(),
  name: namedSchema.optional(),
  channels: methodShape.channels.nullable(),
  zones: methodShape.zones.nullable(),
  stores: methodShape.stores.nullable(),
  maxWeight: methodShape.maxWeight.nullable(),
  prices: methodPricesSchema.optional(),
  time: timeSchema.optional(),
  from: methodShape.from.nullable(),
  to: methodShape.to.nullable(),
  slots: methodShape.slots.nullable(),
  retired: methodShape.retired,
});
export const methodChangeSchema = methodPatchSchema.extend({ id });
export type MethodChangeInput = z.input<typeof methodChangeSchema>;

/** `place` counts from 0 among all methods. */
export const methodMoveSchema = z.strictObject({ id, place: z.int().min(0).max(1_000) });
export type MethodMoveInput = z.input<typeof methodMoveSchema>;

export const channelDeliverySchema: z.ZodType<ChannelDeliveryInput> = z.strictObject({
  channel: id,
  timeZone: z.string().refine(isTimeZone, 'expected a time zone such as "Europe/Berlin"'),
  holidays: z.array(z.iso.date()).max(1_000),
});

export const productDeliverySchema: z.ZodType<ProductDeliveryInput[]> = z
  .array(z.strictObject({ productId: id, ship: z.boolean(), pickup: z.boolean(), electronic: z.boolean() }))
  .min(1)
  .max(10_000)
  .refine((inputs) => isSet(inputs.map(({ productId }) => productId)), 'expected each product once');

function isSet(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
