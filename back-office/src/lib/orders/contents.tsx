import { Text } from '@mantine/core';
import type { OrderLineView } from '@vitrine/commerce-engine/client';
import { number } from '../words/amount.ts';

/** What so many pieces of a bundle hold: who packs takes these from the shelf. */
export function Contents({ of: { components }, pieces }: { of: OrderLineView; pieces: number }) {
  if (!components || pieces <= 0) return null;
  return (
    <Text size="sm" c="dimmed">
      Holds{' '}
      {components
        .map(
          ({ quantity, name, options, sku }) =>
            `${number(quantity * pieces)} × ${[name, options].filter(Boolean).join(' ')} (${sku})`,
        )
        .join(', ')}
    </Text>
  );
}
