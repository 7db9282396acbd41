import { Text } from '@mantine/core';
import { number } from '../words/amount.ts';
import type { LinePieces } from './consignments.ts';

/** `2 × Tide mug Sand (1 cancelled)`; of what none is left the name alone. */
export function GoodsWords({ of: { line, quantity, cancelled = 0 } }: { of: LinePieces }) {
  return (
    <>
      {quantity > 0 && `${number(quantity)} × `}
      {line.name}
      {line.options && (
        <Text span inherit c="dimmed">
          {' '}
          {line.options}
        </Text>
      )}
      {cancelled > 0 && (
        <Text span inherit c="dimmed">
          {' '}
          ({number(cancelled)} cancelled)
        </Text>
      )}
    </>
  );
}
