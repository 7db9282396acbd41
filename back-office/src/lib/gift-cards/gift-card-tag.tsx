import type { GiftCardView } from '@vitrine/commerce-engine/client';
import { Tag } from '../look/tag.tsx';

/** Whether a card can be paid with. */
export function GiftCardTag({ of: card }: { of: GiftCardView }) {
  if (card.state === 'blocked') return <Tag tone="bad">Blocked</Tag>;
  if (card.expiresAt !== undefined && Date.parse(card.expiresAt) <= Date.now())
    return <Tag tone="quiet">Expired</Tag>;
  if (card.balance.amount === 0) return <Tag tone="quiet">Empty</Tag>;
  return <Tag tone="good">Active</Tag>;
}
