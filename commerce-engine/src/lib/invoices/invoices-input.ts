import { z } from 'zod';
import { countrySchema } from '../country-input.ts';
import { countryOfPrefix, readVatNumber } from '../tax/vat-number.rules.ts';
import { bareIban, isIban } from './iban.rules.ts';

const prefix = z
  .string()
  .regex(/^[A-Z0-9-]{1,12}$/, 'expected 1 to 12 capital letters, digits and hyphens, for example "INV-"');

const bankShape = z.strictObject({
  holder: z.string().trim().min(1, 'expected who holds the account').max(200),
  iban: z
    .string()
    .max(60)
    .transform(bareIban)
    .refine(
      isIban,
      'expected an IBAN whose check digits are right, for example "DE89 3704 0044 0532 0130 00"',
    ),
  bic: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'expected a BIC of 8 or 11 letters and digits')
    .optional(),
  name: z.string().trim().min(1, 'expected what the bank is called').max(200),
});

export const sellerSchema = z
  .strictObject({
    channel: z.string().min(1).max(63),
    name: z.string().trim().min(1).max(200),
    address: z.array(z.string().trim().min(1).max(200)).min(1).max(8),
    country: countrySchema.optional(),
    taxId: z.string().trim().min(1).max(40),
    note: z.string().trim().max(500).optional(),
    bank: bankShape.optional(),
    prefixes: z
      .strictObject({ invoice: prefix, creditNote: prefix })
      .refine(({ invoice, creditNote }) => invoice !== creditNote, 'expected different prefixes for the two'),
  })
  .superRefine(({ taxId, country }, check) => {
    // A national tax number has no form that is one for all; what begins as a VAT number of the seller's country is held against its rules.
    const begins = countryOfPrefix(taxId);
    if (begins === undefined || (country ?? begins) !== begins) return;
    const read = readVatNumber(taxId);
    if (read.kind === 'bad') check.addIssue({ code: 'custom', path: ['taxId'], message: read.expected });
  });

export type SellerInput = z.input<typeof sellerSchema>;
