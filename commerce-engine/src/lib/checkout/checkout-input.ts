import { z } from 'zod';
import {
  addressSchema,
  contactSchema,
  giftMessageSchema,
  orderNoteSchema,
  textLine,
  vatNumberSchema,
} from '../contact-input.ts';
import { deliveryKinds } from '../delivery/delivery.rules.ts';

const pointsChoice = z.union([
  z.literal(true),
  z.int('expected `true` or whole points').min(1).max(100_000_000),
]);

const storeCreditChoice = z.union([
  z.literal(true),
  z.int('expected `true` or whole minor units').min(1).max(100_000_000),
]);

const chosenDelivery = z.strictObject({
  methodId: textLine('a way of delivery'),
  storeId: textLine('a store').optional(),
  slot: z.iso.datetime('expected an ISO time').optional(),
});

/** What is given replaces what was there; `null` takes it away; absent stays. In any order. */
export const checkoutPatchSchema = z.strictObject({
  contact: contactSchema.optional(),
  address: addressSchema.nullable().optional(),
  billing: addressSchema.nullable().optional(),
  /** Of the company that buys. Absent = that of the customer who is signed in; null = none, whatever they have. */
  vatId: vatNumberSchema.nullable().optional(),
  /** For all lines that do not go apart. */
  delivery: chosenDelivery.nullable().optional(),
  /** Lines that are to go another way than the rest, by their id; the others go with it. */
  apart: z
    .record(textLine('a line'), z.enum(deliveryKinds))
    .refine((lines) => Object.keys(lines).length <= 100, 'expected at most 100 lines')
    .optional(),
  /** How those go: one of each kind at most counts. */
  otherDeliveries: z.array(chosenDelivery).max(3, 'expected at most three').optional(),
  note: orderNoteSchema.nullable().optional(),
  /** For whoever gets it. */
  giftMessage: giftMessageSchema.nullable().optional(),
  terms: z.boolean().optional(),
  /** What was typed and cannot be used yet, by whatever names the caller has for its fields: kept to be shown again. */
  unfinished: z
    .record(z.string().max(100), z.string().max(1000))
    .refine((fields) => Object.keys(fields).length <= 40, 'expected at most 40 fields')
    .nullable()
    .optional(),
  /** Store credit that is to pay: `true` = all that can be used, or at most so many minor units. Only for who is signed in. */
  storeCredit: storeCreditChoice.nullable().optional(),
  /** Points that are to pay: `true` = all that can be used, or at most so many points. Only for who is signed in. */
  points: pointsChoice.nullable().optional(),
  /** How what these leave is to be paid: promotions may depend on it. */
  payment: z
    .strictObject({ provider: textLine('a payment provider', 60), method: textLine('a payment method', 60) })
    .nullable()
    .optional(),
});

export type CheckoutPatch = z.infer<typeof checkoutPatchSchema>;

export const paySchema = z.strictObject({
  cartId: z.uuid('expected a UUID'),
  checkoutId: z.uuid('expected a UUID'),
  /** The checkout's `seen`. */
  seen: textLine('the name of the price that was seen'),
  /** How what gift cards and credit leave is paid; absent = they pay everything. */
  provider: textLine('a payment provider', 60).optional(),
  method: textLine('a payment method', 60).optional(),
  giftCards: z
    .array(z.strictObject({ code: textLine('a code', 60), pin: textLine('a PIN', 20) }))
    .max(5, 'expected at most five gift cards')
    .optional(),
  /** Instead of what the checkout holds. Only for who is signed in. */
  storeCredit: storeCreditChoice.optional(),
  points: pointsChoice.optional(),
  token: textLine('a token', 500).optional(),
  returnUrl: z.url('expected an absolute address').max(2000).optional(),
});

export const bringGiftCardSchema = z.strictObject({
  cartId: z.uuid('expected a UUID'),
  code: textLine('a code', 60),
  pin: textLine('a PIN', 20),
});

export type BringGiftCardInput = z.infer<typeof bringGiftCardSchema>;

export type PayInput = z.infer<typeof paySchema>;
