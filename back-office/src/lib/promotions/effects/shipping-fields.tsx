import { Stack } from '@mantine/core';
import { Sentence, Words } from '../../look/sentence.tsx';
import type { Editing } from './editing.ts';
import { GoodsField } from './goods-field.tsx';
import { PercentTiers } from './percent-tiers.tsx';

/** From a sum on delivery is cheaper. */
export function ShippingFields({ effect, currency, onChange }: Editing<'shipping'>) {
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who buys of</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
      </Sentence>
      <PercentTiers effect={effect} currency={currency} onChange={onChange} off="off delivery" />
    </Stack>
  );
}
