import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Target } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useFoundProducts, useProductChoices, useProducts } from './use-goods.ts';

type Chosen = Exclude<Target, { kind: 'everything' }>;

/** Categories, products and articles to choose; what is typed is searched for. */
export function TargetsField({
  label,
  placeholder,
  value,
  onChange,
  error,
}: {
  label: string;
  /** What none means. */
  placeholder: string;
  value: readonly Chosen[];
  onChange: (value: Chosen[]) => void;
  error?: string | undefined;
}) {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 200);
  const names = useTargetNames(value);
  const { categories } = useProductChoices();
  const found = useFoundProducts(words);
  const chosen = value.map(keyOf);
  const options = [
    ...categories.map(({ id, name, depth }) => ({
      value: `category:${id}`,
      label: `${'– '.repeat(depth)}${name}`,
    })),
    ...found.map(({ id, name }) => ({ value: `product:${id}`, label: name })),
  ];
  const missing = value
    .filter((target) => !options.some((option) => option.value === keyOf(target)))
    .map((target) => ({ value: keyOf(target), label: names(target) }));
  const all = [...options, ...missing];
  return (
    <MultiSelect
      aria-label={label}
      placeholder={chosen.length === 0 ? placeholder : undefined}
      data={[
        { group: 'Categories', items: all.filter((option) => option.value.startsWith('category:')) },
        { group: 'Products', items: all.filter((option) => !option.value.startsWith('category:')) },
      ]}
      searchable
      selectFirstOptionOnChange
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage="Nothing is called like this"
      maxDropdownHeight={280}
      value={chosen}
      onChange={(keys) => onChange(keys.map(targetOf))}
      error={error}
      miw={260}
    />
  );
}

/** How targets are called, by what has come so far. */
export function useTargetNames(targets: readonly Target[]): (target: Target) => string {
  const { categories } = useProductChoices();
  const products = useProducts(targets.flatMap((target) => (target.kind === 'product' ? [target.id] : [])));
  return (target) => {
    if (target.kind === 'everything') return 'everything';
    if (target.kind === 'category')
      return categories.find(({ id }) => id === target.id)?.name ?? 'a category';
    if (target.kind === 'product') return products.find(({ id }) => id === target.id)?.name ?? 'a product';
    return 'an article';
  };
}

function keyOf({ kind, id }: Chosen): string {
  return `${kind}:${id}`;
}

function targetOf(key: string): Chosen {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as Chosen['kind'], id: key.slice(at + 1) };
}
