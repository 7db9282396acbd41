import { z } from '@hono/zod-openapi';
import { ALLOWED_DISCOUNTS } from '../catalog/allowed-discounts.rules.ts';
import type { CommerceEngine } from '../engine.ts';
import type { SimulatedLine, SimulationView } from '../simulation/simulation.views.ts';
import { simulationSchema } from '../simulation/simulation-input.ts';
import { type Operation, operation } from './operation.ts';
import { mediaView, moneySchema, type SchemaOf } from './view-schemas.ts';

const discount = z.strictObject({
  promotionId: z.string(),
  name: z.string(),
  code: z.string().optional(),
  amount: moneySchema,
});
const lineSchema: SchemaOf<SimulatedLine> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('priced'),
    variantId: z.string(),
    productId: z.string(),
    name: z.string(),
    options: z.string(),
    sku: z.string(),
    media: mediaView.optional(),
    quantity: z.int(),
    allows: z.enum(ALLOWED_DISCOUNTS),
    unitPrice: moneySchema,
    unitRegular: moneySchema,
    prices: z.array(
      z.strictObject({
        listId: z.string(),
        listName: z.string(),
        kind: z.enum(['regular', 'sale']),
        minQuantity: z.int(),
        price: moneySchema,
        from: z.string().optional(),
        to: z.string().optional(),
        verdict: z.enum([
          'holds',
          'crossed-out',
          'not-begun',
          'over',
          'needs-more-pieces',
          'better-quantity-break',
          'list-outranked',
          'not-below-regular',
          'another-is-lower',
        ]),
      }),
    ),
    discounts: z.array(discount),
    units: z.array(z.strictObject({ quantity: z.int(), price: moneySchema })),
    total: moneySchema,
  }),
  z.strictObject({ kind: z.literal('not-sold'), variantId: z.string(), quantity: z.int() }),
]);
const hours = z.strictObject({
  zone: z.string(),
  windows: z.array(z.strictObject({ days: z.array(z.int()), from: z.string(), to: z.string() })),
});
const verdict: SchemaOf<SimulationView['promotions'][number]['verdict']> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applied'), amount: z.int() }),
  z.strictObject({
    kind: z.enum([
      'not-begun',
      'over',
      'outside-hours',
      'other-channel',
      'other-group',
      'other-currency',
      'needs-coupon',
      'other-method',
      'other-tender',
      'no-line',
      'excluded-line',
      'no-effect',
    ]),
  }),
  z.strictObject({ kind: z.literal('too-few-pieces'), missing: z.int(), group: z.int().optional() }),
  z.strictObject({ kind: z.literal('below-threshold'), missing: z.int() }),
  z.strictObject({ kind: z.enum(['outranked', 'another-is-better']), by: z.string() }),
  z.strictObject({ kind: z.literal('not-compoundable'), with: z.string() }),
]);
const simulationView: SchemaOf<SimulationView> = z
  .strictObject({
    at: z.string(),
    lines: z.array(lineSchema),
    delivery: z
      .strictObject({ amount: moneySchema, discounts: z.array(discount), total: moneySchema })
      .optional(),
    gifts: z.array(
      z.strictObject({
        promotionId: z.string(),
        variantId: z.string(),
        name: z.string(),
        quantity: z.int(),
      }),
    ),
    promotions: z.array(
      z.strictObject({
        promotionId: z.string(),
        name: z.string(),
        priority: z.int(),
        mode: z.enum(['exclusive', 'best-price', 'compound', 'always']),
        hours: hours.optional(),
        isTrial: z.boolean(),
        verdict,
      }),
    ),
    codes: z.array(
      z.strictObject({
        code: z.string(),
        state: z.enum([
          'unlocks',
          'personal',
          'unknown',
          'not-begun',
          'over',
          'used-up',
          'disabled',
          'other-customer',
        ]),
      }),
    ),
    subtotal: moneySchema,
    discount: moneySchema,
    total: moneySchema,
    gap: moneySchema.optional(),
  })
  .openapi('PriceSimulation');

/** Why something costs what it costs. By POST: a basket is too long for an address. */
export function simulationAdminOperations({ simulation }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'simulatePrices',
      summary: 'What a basket would cost in a channel, for a group, at a time, and why; nothing is kept',
      method: 'post',
      path: '/price-simulations',
      needs: 'promotions.write',
      body: simulationSchema,
      answer: simulationView,
      handle: ({ actor, body }) => simulation.simulate(actor, body),
    }),
  ];
}
