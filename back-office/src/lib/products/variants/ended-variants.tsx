import { Button, Text } from '@mantine/core';
import type { StaffProductView } from '@vitrine/commerce-engine/client';
import css from './variants.module.css';

type Variant = StaffProductView['onSale'][number];

/** What is not sold any more, or not when this is saved. Old orders know it, and it can come back. */
export function EndedVariants({
  variants,
  isOnSale,
  isPossible,
  nameOf,
  onBack,
}: {
  variants: readonly Variant[];
  isOnSale: (variant: Variant) => boolean;
  /** Its values are still there. */
  isPossible: (variant: Variant) => boolean;
  nameOf: (variant: Variant) => string;
  onBack: (variant: Variant) => void;
}) {
  if (variants.length === 0) return null;
  return (
    <>
      <Text fw={600} size="sm" mt="md">
        Not sold any more
      </Text>
      <Text size="xs" c="dimmed">
        Orders, returns and stock keep them. What comes back is the same variant, and needs a price again.
      </Text>
      <ul className={css.ended} aria-label="Not sold any more">
        {variants.map((variant) => (
          <li key={variant.id}>
            <Text size="sm">
              {nameOf(variant)} ({variant.sku})
              {isOnSale(variant) && (
                <Text span size="xs" c="dimmed">
                  {' '}
                  ends when you save
                </Text>
              )}
            </Text>
            {isPossible(variant) && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onBack(variant)}
                aria-label={`${isOnSale(variant) ? 'Keep' : 'Bring back'} ${nameOf(variant)}`}
              >
                {isOnSale(variant) ? 'Keep it' : 'Bring back'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
