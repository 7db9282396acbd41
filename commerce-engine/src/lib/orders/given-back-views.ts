import { z } from 'zod';
import { money } from '../money/money.rules.ts';
import type { TimelineEntry } from './orders.queries.ts';
import type { AllowanceView, CancellationView } from './orders.views.ts';

const detailShape = z.object({
  gross: z.number().default(0),
  reason: z.string().default(''),
  lines: z.array(z.object({ lineId: z.string(), quantity: z.number(), gross: z.number() })).default([]),
  charges: z.object({ gross: z.number() }).default({ gross: 0 }),
});

/** Allowances as their shopper reads them: SPEC rule PROG-5. */
export function allowanceViews(
  entries: readonly Pick<TimelineEntry, 'at' | 'kind' | 'detail'>[],
  currency: string,
): AllowanceView[] {
  const cash = (amount: number) => money(amount, currency);
  return entries
    .filter(({ kind }) => kind === 'allowance')
    .map(({ at, detail }) => {
      const { gross, reason, lines, charges } = detailShape.parse(detail);
      return {
        at,
        amount: cash(gross),
        reason,
        lines: lines.map((line) => ({ lineId: line.lineId, amount: cash(line.gross) })),
        delivery: cash(charges.gross),
      };
    });
}

/** What was cancelled, as its shopper reads it: without why. */
export function cancellationViews(
  entries: readonly Pick<TimelineEntry, 'at' | 'kind' | 'detail'>[],
): CancellationView[] {
  return entries
    .filter(({ kind }) => kind === 'cancelled')
    .map(({ at, detail }) => ({
      at,
      lines: detailShape.parse(detail).lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
    }));
}
