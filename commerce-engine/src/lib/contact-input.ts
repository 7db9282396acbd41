import { z } from 'zod';
import { postalCodeProblem } from './postal-code.rules.ts';
import { withRegionCode } from './region.rules.ts';
import { plainVatNumber, readVatNumber } from './tax/vat-number.rules.ts';

/** A line of text that must say something. */
export const textLine = (what: string, max = 200) =>
  z
    .string(`expected ${what}`)
    .trim()
    .min(1, `expected ${what}`)
    .max(max, `expected at most ${max} characters`);

export const addressSchema = z
  .strictObject({
    name: textLine('a name'),
    company: textLine('a company').optional(),
    street: textLine('a street and house number'),
    extra: textLine('flat, floor or care of').optional(),
    postalCode: textLine('a postal code', 20),
    city: textLine('a town'),
    region: textLine('a state or province', 100).optional(),
    country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166 code such as "DE"'),
  })
  .superRefine(({ country, postalCode }, context) => {
    const message = postalCodeProblem(country, postalCode);
    if (message) context.addIssue({ code: 'custom', path: ['postalCode'], message });
  })
  .overwrite(withRegionCode);

/** A VAT number of an EU country, kept without blanks and in upper case. */
export const vatNumberSchema = z
  .string('expected a VAT number')
  .max(40, 'expected at most 40 characters')
  .overwrite(plainVatNumber)
  .superRefine((text, context) => {
    const read = readVatNumber(text);
    if (read.kind === 'bad') context.addIssue({ code: 'custom', message: `${read.expected}, got "${text}"` });
  });

export const contactSchema = z.strictObject({
  email: z.email('expected an email address such as "name@example.com"').max(254).optional(),
  name: textLine('a name').optional(),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[+()/\d .-]*$/, 'expected a telephone number')
    .optional(),
});

/** What a shopper wants to say about an order. */
export const orderNoteSchema = z.string().trim().max(1000, 'expected at most 1000 characters');

/** What a shopper wants to say to whoever gets it: as much as fits on the paper in the parcel. */
export const giftMessageSchema = z.string().trim().max(500, 'expected at most 500 characters');
