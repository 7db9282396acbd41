import type { PromotionEffect } from '@vitrine/commerce-engine/client';
import { PercentField, SumField, Words } from '../../look/sentence.tsx';
import { Steps } from '../../look/steps.tsx';
import type { Effect } from './editing.ts';

/** The higher the sum, the more per cent. */
export function PercentTiers({
  effect,
  currency,
  onChange,
  off,
}: {
  effect: Effect<'shipping'> | Effect<'tender'>;
  currency: string;
  onChange: (effect: PromotionEffect) => void;
  off: string;
}) {
  return (
    <Steps
      items={effect.tiers}
      onChange={(tiers) => onChange({ ...effect, tiers })}
      next={(last) => ({ from: (last?.from ?? 0) + 5_000, basisPoints: last?.basisPoints ?? 1_000 })}
      more="Another sum"
    >
      {(tier, set) => (
        <>
          <Words>for</Words>
          <SumField
            label="From"
            currency={currency}
            value={tier.from}
            onChange={(from) => set({ ...tier, from })}
          />
          <Words>or more gets</Words>
          <PercentField
            label="Percentage"
            value={tier.basisPoints}
            onChange={(basisPoints) => set({ ...tier, basisPoints })}
          />
          <Words>{off}</Words>
        </>
      )}
    </Steps>
  );
}
