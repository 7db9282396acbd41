import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { VariantQuantity } from '../../goods/variant-quantity.tsx';
import { VariantSearch } from '../../goods/variant-search.tsx';
import { number } from '../../words/amount.ts';
import type { ComponentDraft, VariantDraft } from './choices-draft.ts';
import css from './variants.module.css';

/** What a bundle is made of: chosen for a new variant, told of one that is there. */
export function MadeOf({
  of: { id, components = [] },
  name,
  onChange,
  error,
}: {
  of: VariantDraft;
  name: string;
  onChange: (components: readonly ComponentDraft[]) => void;
  error: string | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  if (id !== undefined) {
    if (components.length === 0) return null;
    return (
      <Text size="sm" c="dimmed" className={css.madeOf}>
        Made of {components.map((each) => `${number(each.quantity)} × ${each.name}`).join(', ')}
      </Text>
    );
  }
  if (!isOpen && components.length === 0)
    return (
      <div className={css.madeOf}>
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          Make it of other articles
        </Button>
      </div>
    );
  // One piece of one article is that article.
  const isTooLittle = components.reduce((sum, { quantity }) => sum + quantity, 0) < 2;
  const problem =
    error === undefined || !isTooLittle
      ? error
      : 'Choose at least two articles, or several pieces of one: a single piece is no set.';
  const put = (variantId: string, quantity: number) =>
    onChange(
      components.flatMap((each) => {
        if (each.variantId !== variantId) return each;
        return quantity === 0 ? [] : { ...each, quantity };
      }),
    );
  return (
    <fieldset className={css.madeOf}>
      <legend>
        <Text size="sm" fw={600}>
          Made of
        </Text>
      </legend>
      {components.map((each) => (
        <Group key={each.variantId} justify="space-between" gap="xs">
          <Text size="sm">
            {each.name}{' '}
            <Text span size="xs" c="dimmed">
              {each.sku}
            </Text>
          </Text>
          <VariantQuantity of={each} name={each.name} put={put} />
        </Group>
      ))}
      <VariantSearch
        label={`Add an article to ${name}`}
        onChosen={({ variantId, sku, name: called }) => {
          if (components.some((each) => each.variantId === variantId)) return;
          onChange([...components, { variantId, sku, name: called, quantity: 1 }]);
        }}
      />
      <Text
        size="xs"
        c={problem === undefined ? 'dimmed' : 'red'}
        role={problem === undefined ? undefined : 'alert'}
      >
        {problem ??
          'It has no stock of its own: it can be sold as long as all of these are there. What it is made of cannot be changed afterwards.'}
      </Text>
    </fieldset>
  );
}
