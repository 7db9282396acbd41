import { z } from 'zod';
import { STORE_CREDIT_REASONS } from './store-credit.views.ts';

export const issueStoreCreditSchema = z.strictObject({
  customerId: z.uuid('expected the id of a customer'),
  /** Minor units. */
  amount: z.int('expected whole minor units').min(1).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"'),
  reason: z.enum(STORE_CREDIT_REASONS, `expected one of ${STORE_CREDIT_REASONS.join(', ')}`),
  /** For the customer to read. */
  note: z.string().trim().max(500).optional(),
  /** Absent = never. */
  expiresAt: z.iso.datetime({ offset: true }).optional(),
});

export type IssueStoreCreditInput = z.infer<typeof issueStoreCreditSchema>;

export const storeCreditHistorySchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"'),
  /** Absent = whoever asks. */
  customerId: z.uuid('expected the id of a customer').optional(),
  limit: z.int().min(1).max(100).optional(),
  after: z.string().max(100).optional(),
});

export type StoreCreditHistoryQuery = z.infer<typeof storeCreditHistorySchema>;
