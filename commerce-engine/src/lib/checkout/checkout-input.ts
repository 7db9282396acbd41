import { z } from 'zod';

const line = (what: string, max = 200) =>
  z
    .string(`expected ${what}`)
    .trim()
    .min(1, `expected ${what}`)
    .max(max, `expected at most ${max} characters`);

export const addressSchema = z.strictObject({
  name: line('a name'),
  company: line('a company').optional(),
  street: line('a street and house number'),
  extra: line('flat, floor or care of').optional(),
  postalCode: line('a postal code', 20),
  city: line('a town'),
  region: line('a state or province', 100).optional(),
  country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166 code such as "DE"'),
});

const pointsChoice = z.union([
  z.literal(true),
  z.int('expected `true` or whole points').min(1).max(100_000_000),
]);

const storeCreditChoice = z.union([
  z.literal(true),
  z.int('expected `true` or whole minor units').min(1).max(100_000_000),
]);

/** What is given replaces what was there; `null` takes it away; absent stays. In any order. */
export const checkoutPatchSchema = z.strictObject({
  contact: z
    .strictObject({
      email: z.email('expected an email address such as "name@example.com"').max(254).optional(),
      name: line('a name').optional(),
      phone: z
        .string()
        .trim()
        .max(40)
        .regex(/^[+()/\d .-]*$/, 'expected a telephone number')
        .optional(),
    })
    .optional(),
  address: addressSchema.nullable().optional(),
  billing: addressSchema.nullable().optional(),
  delivery: z
    .strictObject({
      methodId: line('a way of delivery'),
      storeId: line('a store').optional(),
      slot: z.iso.datetime('expected an ISO time').optional(),
    })
    .nullable()
    .optional(),
  note: z.string().trim().max(1000, 'expected at most 1000 characters').nullable().optional(),
  terms: z.boolean().optional(),
  /** Store credit that is to pay: `true` = all that can be used, or at most so many minor units. Only for who is signed in. */
  storeCredit: storeCreditChoice.nullable().optional(),
  /** Points that are to pay: `true` = all that can be used, or at most so many points. Only for who is signed in. */
  points: pointsChoice.nullable().optional(),
});

export type CheckoutPatch = z.infer<typeof checkoutPatchSchema>;

export const paySchema = z.strictObject({
  cartId: z.uuid('expected a UUID'),
  checkoutId: z.uuid('expected a UUID'),
  /** The checkout's `seen`. */
  seen: line('the name of the price that was seen'),
  /** How what gift cards and credit leave is paid; absent = they pay everything. */
  provider: line('a payment provider', 60).optional(),
  method: line('a payment method', 60).optional(),
  giftCards: z
    .array(z.strictObject({ code: line('a code', 60), pin: line('a PIN', 20) }))
    .max(5, 'expected at most five gift cards')
    .optional(),
  /** Instead of what the checkout holds. Only for who is signed in. */
  storeCredit: storeCreditChoice.optional(),
  points: pointsChoice.optional(),
  token: line('a token', 500).optional(),
  returnUrl: z.url('expected an absolute address').max(2000).optional(),
});

export const bringGiftCardSchema = z.strictObject({
  cartId: z.uuid('expected a UUID'),
  code: line('a code', 60),
  pin: line('a PIN', 20),
});

export type BringGiftCardInput = z.infer<typeof bringGiftCardSchema>;

export type PayInput = z.infer<typeof paySchema>;
