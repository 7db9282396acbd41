import { Stack } from '@mantine/core';
import { CountField, Sentence, Words } from '../../look/sentence.tsx';
import { Steps } from '../../look/steps.tsx';
import { CutField } from './cut-field.tsx';
import type { Editing } from './editing.ts';
import { GoodsField } from './goods-field.tsx';

/** The more pieces of one article, the cheaper each. */
export function QuantityFields({ effect, currency, onChange }: Editing<'quantity'>) {
  return (
    <Stack gap="sm">
      <Steps
        items={effect.levels}
        onChange={(levels) => onChange({ ...effect, levels })}
        next={(last) => ({
          from: (last?.from ?? 1) + 2,
          cut: last?.cut ?? { kind: 'percent' as const, basisPoints: 1_000 },
        })}
        more="Another level"
      >
        {(level, set) => (
          <>
            <Words>From</Words>
            <CountField label="Pieces" value={level.from} onChange={(from = 1) => set({ ...level, from })} />
            <Words>pieces of one article:</Words>
            <CutField value={level.cut} currency={currency} onChange={(cut) => set({ ...level, cut })} />
          </>
        )}
      </Steps>
      <Sentence>
        <Words>of</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
      </Sentence>
    </Stack>
  );
}
