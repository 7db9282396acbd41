import { Stack } from '@mantine/core';
import { useVariants, VariantSearch } from '../../goods/variant-search.tsx';
import { CountField, Sentence, SumField, Words } from '../../look/sentence.tsx';
import type { Editing } from './editing.ts';
import { GoodsField } from './goods-field.tsx';

/** A gift with what is bought. */
export function GiftFields({ effect, currency, onChange }: Editing<'gift'>) {
  const { gift, fromAmount } = effect;
  const known = useVariants(gift.variantId === '' ? [] : [gift.variantId]).get(gift.variantId);
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who buys of</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
        <Words>for</Words>
        <SumField
          label="From"
          currency={currency}
          value={fromAmount ?? 0}
          onChange={(from) => {
            const { fromAmount: _, ...rest } = effect;
            onChange(from > 0 ? { ...rest, fromAmount: from } : rest);
          }}
        />
        <Words>or more gets</Words>
        <CountField
          label="Pieces of the gift"
          value={gift.quantity}
          onChange={(quantity = 1) => onChange({ ...effect, gift: { ...gift, quantity } })}
        />
        <Words>× {known ? `${known.name} (${known.sku})` : 'an article still to choose'}</Words>
      </Sentence>
      <VariantSearch
        label="The gift"
        onChosen={({ variantId }) => onChange({ ...effect, gift: { ...gift, variantId } })}
      />
    </Stack>
  );
}
