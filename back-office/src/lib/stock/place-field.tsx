import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import type { StockRow } from './stock-row.ts';

/** A place, with what is there of a variant. */
export function PlaceField({
  label,
  variant,
  value,
  onChange,
  error,
}: {
  label: string;
  variant: StockRow;
  value: string;
  onChange: (id: string) => void;
  error?: ReactNode;
}) {
  const { places } = useSession();
  const here = variant.levels.find(({ locationId }) => locationId === value);
  return (
    <NativeSelect
      label={label}
      description={`On hand there: ${number(here?.onHand ?? 0)}, available: ${number(here?.available ?? 0)}`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={places.map(({ id, name }) => ({ value: id, label: name }))}
      error={error}
    />
  );
}

/** The name of a place, by its id. */
export function usePlaceName(): (id: string) => string {
  const { places } = useSession();
  return (id) => places.find((place) => place.id === id)?.name ?? id;
}
