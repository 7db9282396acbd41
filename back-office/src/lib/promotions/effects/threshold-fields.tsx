import { Stack } from '@mantine/core';
import type { PriceCut } from '@vitrine/commerce-engine/client';
import { Sentence, SumField, Words } from '../../look/sentence.tsx';
import { Steps } from '../../look/steps.tsx';
import { CutField } from './cut-field.tsx';
import type { Editing } from './editing.ts';
import { GoodsField } from './goods-field.tsx';

/** From a sum on something comes off the goods. */
export function ThresholdFields({ effect, currency, onChange }: Editing<'threshold'>) {
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who buys of</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
      </Sentence>
      <Steps
        items={effect.tiers}
        onChange={(tiers) => onChange({ ...effect, tiers })}
        next={(last) => ({
          from: (last?.from ?? 0) + 5_000,
          cut: last?.cut ?? { kind: 'percent' as const, basisPoints: 1_000 },
        })}
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
            <CutField
              value={tier.cut}
              currency={currency}
              kinds={['percent', 'amount']}
              onChange={(cut) => set({ ...tier, cut: cut as Exclude<PriceCut, { kind: 'price' }> })}
            />
          </>
        )}
      </Steps>
    </Stack>
  );
}
