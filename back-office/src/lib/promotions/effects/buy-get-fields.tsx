import { Stack } from '@mantine/core';
import { CountField, Sentence, Words } from '../../look/sentence.tsx';
import { CutField } from './cut-field.tsx';
import type { Editing } from './editing.ts';
import { GoodsField } from './goods-field.tsx';
import { Limit, withLimit } from './limit.tsx';

/** Who buys some gets others cheaper. */
export function BuyGetFields({ effect, currency, onChange }: Editing<'buy-x-get-y'>) {
  const { buy, get, limit } = effect;
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who buys</Words>
        <CountField
          label="Pieces to buy"
          value={buy.quantity}
          onChange={(quantity = 1) => onChange({ ...effect, buy: { ...buy, quantity } })}
        />
        <Words>of</Words>
        <GoodsField
          label="Goods to buy"
          value={buy.lines}
          onChange={(lines) => onChange({ ...effect, buy: { ...buy, lines } })}
        />
      </Sentence>
      <Sentence>
        <Words>gets</Words>
        <CountField
          label="Pieces to get"
          value={get.quantity}
          onChange={(quantity = 1) => onChange({ ...effect, get: { ...get, quantity } })}
        />
        <Words>of</Words>
        <GoodsField
          label="Goods to get"
          value={get.lines}
          onChange={(lines) => onChange({ ...effect, get: { ...get, lines } })}
        />
        <Words>with</Words>
        <CutField
          value={get.cut}
          currency={currency}
          onChange={(cut) => onChange({ ...effect, get: { ...get, cut } })}
        />
        <Limit value={limit} onChange={(next) => onChange(withLimit(effect, next))} />
      </Sentence>
    </Stack>
  );
}
