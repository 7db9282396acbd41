import type { PromotionEffect } from '@vitrine/commerce-engine/client';
import { CountField, Words } from '../../look/sentence.tsx';
import type { Effect } from './editing.ts';

/** How often in one basket. */
export function Limit({
  value,
  onChange,
}: {
  value: number | undefined;
  onChange: (limit: number | undefined) => void;
}) {
  return (
    <>
      <Words>, at most</Words>
      <CountField label="How often in one basket" value={value} onChange={onChange} />
      <Words>times in one basket (empty = as often as it goes)</Words>
    </>
  );
}

export function withLimit(
  effect: Effect<'mix-and-match'> | Effect<'buy-x-get-y'>,
  limit: number | undefined,
): PromotionEffect {
  const { limit: _, ...rest } = effect;
  return limit === undefined ? rest : { ...rest, limit };
}
