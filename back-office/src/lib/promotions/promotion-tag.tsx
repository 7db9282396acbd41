import type { PromotionView } from '@vitrine/commerce-engine/client';
import { Tag } from '../look/tag.tsx';
import { stateOf } from './promotion-words.ts';

/** Whether it takes anything off now. */
export function PromotionTag({ of: promotion }: { of: Pick<PromotionView, 'enabled' | 'from' | 'to'> }) {
  switch (stateOf(promotion)) {
    case 'holds':
      return <Tag tone="good">Holds</Tag>;
    case 'planned':
      return <Tag tone="new">Planned</Tag>;
    case 'over':
      return <Tag tone="quiet">Over</Tag>;
    case 'off':
      return <Tag tone="quiet">Not published</Tag>;
  }
}
