import { Text } from '@mantine/core';
import type { VariantStockView } from '@vitrine/commerce-engine/client';
import { number } from '../words/amount.ts';
import { day, isToCome } from '../words/day.ts';
import { pieces } from '../words/state.ts';
import css from './stock.module.css';

/** Until when it is on preorder, and how many are promised of how many. Nothing when it is out. */
export function PreorderNote({ of: preorder }: { of: VariantStockView['preorder'] }) {
  if (!preorder || !isToCome(preorder.shipsFrom)) return null;
  const { shipsFrom, limit, preordered } = preorder;
  return (
    <Text component="span" display="block" size="sm" c="dimmed">
      Ships from {day(shipsFrom)} ·{' '}
      <span className={css.whole}>
        {limit === undefined ? pieces(preordered) : `${number(preordered)} of ${number(limit)}`} promised
      </span>
    </Text>
  );
}
