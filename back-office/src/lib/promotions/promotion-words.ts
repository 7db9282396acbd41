import type { PromotionMode, PromotionView } from '@vitrine/commerce-engine/client';
import type { LocalText } from '../words/local-name.ts';
import { localName } from '../words/local-name.ts';

/** How it goes together with others. */
export const modeWords: Readonly<Record<PromotionMode, string>> = {
  exclusive: 'Alone: with no other',
  'best-price': 'The better one: of this and others the one that takes more off',
  compound: 'Together with others that are together',
  always: 'Always, on top of whatever there is',
};

export type PromotionState = 'holds' | 'planned' | 'over' | 'off';

export function stateOf(
  promotion: Pick<PromotionView, 'enabled' | 'from' | 'to'>,
  now = Date.now(),
): PromotionState {
  if (!promotion.enabled) return 'off';
  if (promotion.from !== undefined && Date.parse(promotion.from) > now) return 'planned';
  if (promotion.to !== undefined && Date.parse(promotion.to) <= now) return 'over';
  return 'holds';
}

export function nameOf({ id, name }: { readonly id: string; readonly name: LocalText }): string {
  return localName(name) || id;
}
