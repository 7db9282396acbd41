import { z } from 'zod';
import type { PreorderPolicy } from './inventory.rules.ts';

export interface AdjustInput {
  readonly variantId: string;
  readonly locationId: string;
  /** Pieces that came (or left, negative). Not 0. */
  readonly quantity: number;
  /** Why, for the ledger: `counted`, `damaged`, `delivery`. */
  readonly reason: string;
  /** What it belongs to: a delivery note, an order. */
  readonly reference?: string;
}

export interface SetOnHandInput {
  readonly variantId: string;
  readonly locationId: string;
  /** Absolute count. */
  readonly onHand: number;
  readonly reason: string;
  readonly reference?: string;
}

export interface MoveInput {
  readonly variantId: string;
  readonly from: string;
  readonly to: string;
  /** Pieces, from 1. */
  readonly quantity: number;
  readonly reference?: string;
}

export interface StockPolicyInput {
  readonly variantId: string;
  readonly backorder?: boolean;
  /** Null = it is sold only when it is out. */
  readonly preorder?: PreorderPolicy | null;
  /** Up to this many available pieces it is low stock. */
  readonly lowStock?: number;
  /** Pieces kept back by location id. */
  readonly buffers?: Readonly<Record<string, number>>;
  /** By location id: up to this many available pieces the place runs low; null = nobody watches it. */
  readonly lowAt?: Readonly<Record<string, number | null>>;
}

const id = z.string().min(1).max(200);
const note = z.string().trim().min(1).max(200);
const MAX = 1_000_000;
const count = z.int('expected whole pieces').min(0).max(MAX);

export const adjustSchema: z.ZodType<AdjustInput> = z.strictObject({
  variantId: id,
  locationId: id,
  quantity: z
    .int('expected whole pieces')
    .min(-MAX)
    .max(MAX)
    .refine((quantity) => quantity !== 0, 'expected a quantity other than 0'),
  reason: note,
  reference: note.optional(),
});

export const setOnHandSchema: z.ZodType<SetOnHandInput> = z.strictObject({
  variantId: id,
  locationId: id,
  onHand: count,
  reason: note,
  reference: note.optional(),
});

export const moveSchema: z.ZodType<MoveInput> = z
  .strictObject({
    variantId: id,
    from: id,
    to: id,
    quantity: z.int('expected whole pieces').min(1).max(MAX),
    reference: note.optional(),
  })
  .refine(({ from, to }) => from !== to, 'expected two different locations');

export const preorderSchema: z.ZodType<PreorderPolicy> = z.strictObject({
  shipsFrom: z.iso.date('expected a day such as "2026-12-12"'),
  limit: count.optional(),
});

export const stockPolicySchema: z.ZodType<StockPolicyInput> = z.strictObject({
  variantId: id,
  backorder: z.boolean().optional(),
  preorder: preorderSchema.nullable().optional(),
  lowStock: count.optional(),
  buffers: z.record(id, count).optional(),
  lowAt: z.record(id, count.nullable()).optional(),
});
