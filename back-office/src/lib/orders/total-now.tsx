import { Text } from '@mantine/core';
import type { OrderSummaryView } from '@vitrine/commerce-engine/client';
import { amount } from '../words/amount.ts';

/** What an order comes to now, and beside it what was ordered where that is something else. */
export function TotalNow({ of: { total, owed } }: { of: Pick<OrderSummaryView, 'total' | 'owed'> }) {
  if (owed.amount === total.amount) return amount(total);
  return (
    <>
      {amount(owed)}
      <Text size="xs" c="dimmed">
        ordered: {amount(total)}
      </Text>
    </>
  );
}
