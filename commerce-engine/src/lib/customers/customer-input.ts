import { z } from 'zod';
import { addressSchema, vatNumberSchema } from '../contact-input.ts';
import { isJurisdiction } from './jurisdiction.rules.ts';

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('expected an email address such as "name@example.com"').max(254));

export const customerIdSchema = z.uuid('expected the id of a customer');
const name = z.string().trim().max(200, 'expected at most 200 characters');
const phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^[+()/\d .-]*$/, 'expected a telephone number');
const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as "de"')
  .max(35);
const groupSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected a group such as "trade": small letters, digits and hyphens');

/** What customers may change of themselves. */
const ownPatchSchema = z.strictObject({
  name: name.min(1, 'expected a name').optional(),
  /** Empty = none. */
  phone: phone.optional(),
  locale: locale.optional(),
});
export type OwnPatch = z.infer<typeof ownPatchSchema>;

/** What staff may change as well. */
const customerPatchSchema = ownPatchSchema.extend({
  email: emailSchema.optional(),
  groups: z.array(groupSchema).max(20, 'expected at most 20 groups').optional(),
});
export type CustomerPatch = z.infer<typeof customerPatchSchema>;

export const ownChangeSchema = z.strictObject({ customerId: customerIdSchema, patch: ownPatchSchema });
export const customerChangeSchema = z.strictObject({
  customerId: customerIdSchema,
  patch: customerPatchSchema,
});

export const newCustomerSchema = customerPatchSchema.extend({
  name: name.default(''),
  locale: locale.default('en'),
});
export type NewCustomer = z.input<typeof newCustomerSchema>;

export const saveAddressSchema = z.strictObject({
  customerId: customerIdSchema,
  /** Absent = a new one. */
  addressId: z.uuid('expected the id of an address').optional(),
  address: addressSchema,
  /** Makes it the one goods go to. */
  isShipping: z.boolean().optional(),
  /** Makes it the one bills go to. */
  isBilling: z.boolean().optional(),
});
export type SaveAddressInput = z.infer<typeof saveAddressSchema>;

export const removeAddressSchema = z.strictObject({
  customerId: customerIdSchema,
  addressId: z.uuid('expected the id of an address'),
});

export const taxNumberSchema = z.strictObject({ customerId: customerIdSchema, vatId: vatNumberSchema });
export type TaxNumberInput = z.infer<typeof taxNumberSchema>;

export const verifyTaxNumberSchema = taxNumberSchema.extend({
  /** False takes it back. */
  verified: z.boolean(),
});
export type VerifyTaxNumberInput = z.infer<typeof verifyTaxNumberSchema>;

const moment = z.iso.datetime({ offset: true, error: 'expected an ISO time' });
const paperWords = (what: string) =>
  z
    .array(z.string().trim().min(1, `expected ${what}`).max(100))
    .min(1, `expected ${what}; leave it out for all`)
    .max(100)
    .optional();

const certificateShape = z.strictObject({
  customerId: customerIdSchema,
  /** Absent = a new one. */
  certificateId: z.uuid('expected the id of a certificate').optional(),
  number: z.string().trim().min(1, 'expected the number of the certificate').max(100),
  /** Such as `US-CA`, or `US` for all of its states. Absent = all. */
  jurisdictions: paperWords('a country or state such as "US-CA"').superRefine((codes = [], issues) => {
    const unknown = codes.filter((code) => !isJurisdiction(code));
    if (unknown.length > 0)
      issues.addIssue({
        code: 'custom',
        message: `expected codes of countries or states such as "FR" or "US-CA", got "${unknown.join('", "')}"`,
      });
  }),
  /** Tax classes. Absent = all. */
  classes: paperWords('a tax class'),
  /** `from` included, `to` not. */
  from: moment.optional(),
  to: moment.optional(),
});
/** Without what only the whole can say, to be asked for in parts. */
export const certificateFields = certificateShape.omit({ customerId: true });
export const certificateSchema = certificateShape.refine(
  ({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to),
  { path: ['to'], message: 'expected an end after the beginning' },
);
export type CertificateInput = z.infer<typeof certificateSchema>;

export const removeCertificateSchema = z.strictObject({
  customerId: customerIdSchema,
  certificateId: z.uuid('expected the id of a certificate'),
});

export const consentSchema = z.strictObject({
  customerId: customerIdSchema,
  purpose: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected a purpose such as "newsletter"'),
  granted: z.boolean(),
  /** Where it was given, for example `account-page` or `till:harbour-1`. */
  source: z.string().trim().min(1).max(100),
  /** Which wording they read. */
  textVersion: z.string().trim().min(1).max(60),
});
export type ConsentInput = z.infer<typeof consentSchema>;

export const wishSchema = z.strictObject({
  customerId: customerIdSchema,
  kind: z.enum(['product', 'variant']),
  id: z.string().min(1).max(200),
  /** False takes it off the list. */
  wished: z.boolean(),
});
export type WishInput = z.infer<typeof wishSchema>;

export const noteSchema = z.strictObject({
  customerId: customerIdSchema,
  text: z.string().trim().min(1, 'expected a text').max(2000, 'expected at most 2000 characters'),
});
export type NoteInput = z.infer<typeof noteSchema>;

export const mergeSchema = z
  .strictObject({ fromId: customerIdSchema, intoId: customerIdSchema })
  .refine(({ fromId, intoId }) => fromId !== intoId, 'expected two different customers');
export type MergeInput = z.infer<typeof mergeSchema>;
