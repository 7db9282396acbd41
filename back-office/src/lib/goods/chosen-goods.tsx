import { Text } from '@mantine/core';
import type { Money } from '@vitrine/commerce-engine/client';
import { Picture } from '../look/picture.tsx';
import { Section } from '../look/section.tsx';
import { amount } from '../words/amount.ts';
import css from './goods-lines.module.css';
import { type Put, VariantQuantity } from './variant-quantity.tsx';
import { useVariants, VariantSearch } from './variant-search.tsx';

export interface ChosenGood {
  readonly variantId: string;
  readonly quantity: number;
}

/** `lines` with so many pieces of an article; 0 takes it out. */
export function withPieces(
  lines: readonly ChosenGood[],
  ...[variantId, quantity]: Parameters<Put>
): readonly ChosenGood[] {
  if (quantity === 0) return lines.filter((line) => line.variantId !== variantId);
  return lines.some((line) => line.variantId === variantId)
    ? lines.map((line) => (line.variantId === variantId ? { variantId, quantity } : line))
    : [...lines, { variantId, quantity }];
}

/** Articles that are put together, with what each comes to, and a search for the next. */
export function ChosenGoods({
  title,
  lines,
  priced,
  put,
}: {
  title: string;
  lines: readonly ChosenGood[];
  /** What they come to, as far as that is known. */
  priced: readonly { readonly variantId: string; readonly name: string; readonly total: Money }[];
  put: Put;
}) {
  const known = useVariants(lines.map(({ variantId }) => variantId));
  return (
    <Section title={title} flush>
      <ul className={css.lines} aria-label={title}>
        {lines.map(({ variantId, quantity }) => {
          const line = priced.find((each) => each.variantId === variantId);
          const name = known.get(variantId)?.name ?? line?.name ?? 'An article';
          return (
            <li key={variantId}>
              <Picture of={known.get(variantId)?.picture} />
              <div className={css.what}>
                <Text fw={600}>{name}</Text>
                <Text size="sm" c="dimmed">
                  {known.get(variantId)?.sku}
                </Text>
                <VariantQuantity of={{ variantId, quantity }} name={name} put={put} />
              </div>
              {line && <Text className={css.sum}>{amount(line.total)}</Text>}
            </li>
          );
        })}
      </ul>
      <div className={css.search}>
        <VariantSearch
          label={lines.length === 0 ? 'Article' : 'Another article'}
          onChosen={({ variantId }) => put(variantId, 1)}
        />
      </div>
    </Section>
  );
}
