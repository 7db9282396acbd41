import { z } from 'zod';
import type { Programme } from './programme.rules.ts';

const name = z
  .record(z.string().min(2).max(35), z.string().trim().min(1).max(200))
  .refine((texts) => Object.keys(texts).length > 0, 'expected a name in at least one language');
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected small letters, digits and hyphens');
const moment = z.iso.datetime({ offset: true, error: 'expected an ISO time such as "2026-12-01T00:00:00Z"' });
const points = z.int('expected whole points').min(1).max(100_000_000);
const amount = z.int('expected whole minor units').min(1).max(100_000_000);
const currency = z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"');
const days = z.int('expected whole days').min(0).max(3_660);
const ids = z.array(z.string().min(1).max(200)).min(1).max(1_000);
const condition = {
  products: ids.optional(),
  categories: ids.optional(),
  tiers: z.array(slug).min(1).max(20).optional(),
  from: moment.optional(),
  to: moment.optional(),
};

/** A programme as staff write it; its id is its identity, and the name of its points for ever. */
export const programmeSchema: z.ZodType<Programme> = z
  .strictObject({
    id: slug,
    name,
    description: name.optional(),
    channels: z.array(z.string().min(1).max(63)).min(1).max(100).optional(),
    isActive: z.boolean().default(true),
    enrolment: z.enum(['automatic', 'on-request']).default('automatic'),
    earn: z
      .array(z.strictObject({ currency, points, per: amount, ...condition }))
      .max(50)
      .default([]),
    bonuses: z
      .array(z.strictObject({ percent: z.int('expected whole percents').min(1).max(10_000), ...condition }))
      .max(50)
      .default([]),
    redeem: z
      .array(
        z.strictObject({
          currency,
          points,
          amount,
          least: points.optional(),
          mostPercent: z.int('expected whole percents').min(1).max(100).optional(),
        }),
      )
      .max(20)
      .refine((rules) => new Set(rules.map((rule) => rule.currency)).size === rules.length, {
        message: 'expected each currency once',
      })
      .default([]),
    ownTendersEarn: z.boolean().default(false),
    vesting: z
      .strictObject({ from: z.enum(['placed', 'handed-over']), days })
      .default({ from: 'handed-over', days: 14 }),
    expiryDays: days.min(1).optional(),
    tiers: z
      .array(
        z.strictObject({
          id: slug,
          name,
          from: z.int('expected whole points').min(0).max(1_000_000_000),
          priceGroup: z.string().min(1).max(63).optional(),
        }),
      )
      .max(20)
      .refine((tiers) => new Set(tiers.map(({ id }) => id)).size === tiers.length, {
        message: 'expected each tier once',
      })
      .refine((tiers) => tiers.every(({ from }, at) => at === 0 || from > tiers[at - 1]!.from), {
        message: 'expected the tiers by their thresholds, the lowest first',
      })
      .default([]),
    tierWindowDays: days.min(1).default(365),
    joinPoints: z.int('expected whole points').min(0).max(1_000_000).default(0),
  })
  .superRefine(({ tiers, earn, bonuses }, fault) => {
    const known = new Set(tiers.map(({ id }) => id));
    for (const [list, rules] of [
      ['earn', earn],
      ['bonuses', bonuses],
    ] as const)
      for (const [at, rule] of rules.entries())
        for (const tier of rule.tiers ?? [])
          if (!known.has(tier))
            fault.addIssue({
              code: 'custom',
              path: [list, at, 'tiers'],
              message: `expected one of ${[...known].join(', ') || 'the tiers, of which there are none'}, got "${tier}"`,
            });
  });

/** What may be left out has a default. */
export type ProgrammeInput = Pick<Programme, 'id' | 'name'> & Partial<Programme>;

const ADJUSTMENT_REASONS = ['goodwill', 'correction', 'campaign', 'other'] as const;

export const adjustPointsSchema = z.strictObject({
  customerId: z.uuid('expected the id of a customer'),
  programmeId: slug,
  /** Below zero = taken away. */
  points: z
    .int('expected whole points')
    .min(-100_000_000)
    .max(100_000_000)
    .refine((value) => value !== 0, 'expected points to give or to take away'),
  reason: z.enum(ADJUSTMENT_REASONS, `expected one of ${ADJUSTMENT_REASONS.join(', ')}`),
  /** For the customer to read. */
  note: z.string().trim().max(500).optional(),
});

export type AdjustPointsInput = z.infer<typeof adjustPointsSchema>;

export const joinSchema = z.strictObject({
  programmeId: slug,
  /** Absent = whoever asks. */
  customerId: z.uuid('expected the id of a customer').optional(),
});

export type JoinInput = z.infer<typeof joinSchema>;

export const pointsHistorySchema = z.strictObject({
  programmeId: slug,
  /** Absent = whoever asks. */
  customerId: z.uuid('expected the id of a customer').optional(),
  limit: z.int().min(1).max(100).optional(),
  after: z.string().max(100).optional(),
});

export type PointsHistoryQuery = z.infer<typeof pointsHistorySchema>;
