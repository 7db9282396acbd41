import type { PromotionEffect, PromotionView } from '@vitrine/commerce-engine/client';
import { useTargetNames } from '../goods/targets-field.tsx';
import { useVariants } from '../goods/variant-search.tsx';
import { effectWords, targetsOf } from './effect-words.ts';

/** What promotions give, in a sentence each, with the names of goods as soon as they have come. */
export function useEffectWords(
  promotions: readonly Pick<PromotionView, 'effect'>[],
): (promotion: Pick<PromotionView, 'effect' | 'currency'>) => string {
  const effects: readonly PromotionEffect[] = promotions.map(({ effect }) => effect);
  const names = useTargetNames(effects.flatMap(targetsOf));
  const gifts = useVariants(
    effects.flatMap((effect) => (effect.kind === 'gift' ? [effect.gift.variantId] : [])),
  );
  return ({ effect, currency = 'EUR' }) =>
    effectWords(effect, {
      nameOf: names,
      currency,
      variantName: (id) => gifts.get(id)?.name ?? 'an article',
    });
}
