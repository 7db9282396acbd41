import { z } from 'zod';

const prefix = z
  .string()
  .regex(/^[A-Z0-9-]{1,12}$/, 'expected 1 to 12 capital letters, digits and hyphens, for example "INV-"');

export const sellerSchema = z.strictObject({
  channel: z.string().min(1).max(63),
  name: z.string().trim().min(1).max(200),
  address: z.array(z.string().trim().min(1).max(200)).min(1).max(8),
  taxId: z.string().trim().min(1).max(40),
  note: z.string().trim().max(500).optional(),
  prefixes: z
    .strictObject({ invoice: prefix, creditNote: prefix })
    .refine(({ invoice, creditNote }) => invoice !== creditNote, 'expected different prefixes for the two'),
});

export type SellerInput = z.infer<typeof sellerSchema>;
