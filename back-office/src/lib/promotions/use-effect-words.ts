import type { PromotionEffect, PromotionView } from '@vitrine/commerce-engine/client';
import { useTargetNames } from '../goods/targets-field.tsx';
import { useVariants } from '../goods/variant-search.tsx';
import { effectWords, targetsOf } from './effect-words.ts';
import { onlyAt } from './hours-words.ts';

/** What promotions give and at which hours, with the names of goods as soon as they have come. */
export function useEffectWords(
  promotions: readonly Pick<PromotionView, 'effect'>[],
): (promotion: Pick<PromotionView, 'effect' | 'currency' | 'hours'>) => string {
  const effects: readonly PromotionEffect[] = promotions.map(({ effect }) => effect);
  const names = useTargetNames(effects.flatMap(targetsOf));
  const gifts = useVariants(
    effects.flatMap((effect) => (effect.kind === 'gift' ? [effect.gift.variantId] : [])),
  );
  return ({ effect, currency = 'EUR', hours }) => {
    const variantName = (id: string) => gifts.get(id)?.name ?? 'an article';
    const words = effectWords(effect, { nameOf: names, currency, variantName });
    return hours ? `${words} ${onlyAt(hours)}` : words;
  };
}
