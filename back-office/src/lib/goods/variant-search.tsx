import { Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { StaffVariantChoice } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useAnswer } from '../asking/use-answer.ts';
import { Picture } from '../look/picture.tsx';

/** Finds an article by name, number or barcode. */
export function VariantSearch({
  label,
  placeholder = 'Name, number or barcode',
  onChosen,
}: {
  label: string;
  placeholder?: string;
  onChosen: (variant: StaffVariantChoice) => void;
}) {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 200);
  const found =
    useAnswer<{ readonly variants: readonly StaffVariantChoice[] }>(
      '/variants',
      { q: words, limit: '20' },
      { keep: true },
    ).data?.variants ?? [];
  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={found.map(({ variantId, name, sku }) => ({ value: variantId, label: `${name} (${sku})` }))}
      // What fits is the API's to say.
      filter={({ options }) => options}
      searchable
      selectFirstOptionOnChange
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage="Nothing is called like this"
      value={null}
      onChange={(id) => {
        const variant = found.find(({ variantId }) => variantId === id);
        if (variant) onChosen(variant);
        setTyped('');
      }}
      renderOption={({ option }) => {
        const variant = found.find(({ variantId }) => variantId === option.value);
        return (
          <Group gap="sm" wrap="nowrap">
            <Picture of={variant?.picture} />
            <div>
              <Text size="sm">{variant?.name}</Text>
              <Text size="xs" c="dimmed">
                {variant?.sku}
              </Text>
            </div>
          </Group>
        );
      }}
    />
  );
}

/** Articles by their ids, for their names. */
export function useVariants(ids: readonly string[]): ReadonlyMap<string, StaffVariantChoice> {
  const asked = useAnswer<{ readonly variants: readonly StaffVariantChoice[] }>(
    '/variants',
    { id: [...ids].sort(), limit: '100' },
    { enabled: ids.length > 0, keep: true },
  );
  return new Map((asked.data?.variants ?? []).map((variant) => [variant.variantId, variant]));
}
