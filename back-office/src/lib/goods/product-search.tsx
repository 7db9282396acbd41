import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useFoundProducts } from './use-goods.ts';

/** Finds a product by its name. */
export function ProductSearch({
  label,
  without = [],
  onChosen,
}: {
  label: string;
  /** Ids of products that are not offered. */
  without?: readonly string[];
  onChosen: (productId: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 200);
  const found = useFoundProducts(words).filter(({ id }) => !without.includes(id));
  return (
    <Select
      label={label}
      placeholder="Name"
      data={found.map(({ id, name }) => ({ value: id, label: name }))}
      // What fits is the API's to say.
      filter={({ options }) => options}
      searchable
      selectFirstOptionOnChange
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage="Nothing is called like this"
      value={null}
      onChange={(id) => {
        if (id !== null) onChosen(id);
        setTyped('');
      }}
    />
  );
}
