import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { CustomerSummaryView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useAnswer } from '../asking/use-answer.ts';
import { nameOf } from './name-of.ts';

/** Finds a customer by number, e-mail or name. */
export function CustomerSearch({
  label,
  without,
  onChosen,
}: {
  label: string;
  /** Who is not offered. */
  without: string;
  onChosen: (customerId: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 200);
  const asked = useAnswer<{ readonly customers: readonly CustomerSummaryView[] }>(
    '/customers',
    { q: words, limit: '12' },
    { enabled: words !== '', keep: true },
  );
  const found = words === '' ? [] : (asked.data?.customers ?? []).filter(({ id }) => id !== without);
  return (
    <Select
      label={label}
      placeholder="Number, e-mail or name"
      data={found.map((each) => ({
        value: each.id,
        label: [nameOf(each), each.email, each.number]
          .filter((part, at, parts) => part && parts.indexOf(part) === at)
          .join(' · '),
      }))}
      // What fits is the API's to say.
      filter={({ options }) => options}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={words === '' ? 'Type a part of it' : 'Nobody else is found by that'}
      value={null}
      onChange={(id) => {
        if (id !== null) onChosen(id);
        setTyped('');
      }}
    />
  );
}
