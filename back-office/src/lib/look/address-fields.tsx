import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { OrderAddress } from '@vitrine/commerce-engine/client';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { countries } from '../words/country.ts';

const fields = [
  ['name', 'Name'],
  ['company', 'Company'],
  ['street', 'Street and number'],
  ['extra', 'Flat, floor or care of'],
  ['postalCode', 'Postal code'],
  ['city', 'Town'],
  ['region', 'State or province'],
] as const;

/** An address while it is written. */
export function AddressFields({
  value: address,
  onChange,
  problemAt,
  at,
  isCountryFixed = false,
}: {
  value: Partial<OrderAddress>;
  onChange: (address: Partial<OrderAddress>) => void;
  problemAt: ProblemAt;
  /** Where it stands in what is sent. */
  at: string;
  isCountryFixed?: boolean;
}) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {fields.map(([key, label]) => (
        <TextInput
          key={key}
          label={label}
          value={address[key] ?? ''}
          onChange={(event) => onChange({ ...address, [key]: event.currentTarget.value })}
          error={problemAt(`${at}.${key}`)}
        />
      ))}
      <NativeSelect
        label="Country"
        value={address.country ?? ''}
        onChange={(event) => onChange({ ...address, country: event.currentTarget.value })}
        data={countries()}
        disabled={isCountryFixed}
        error={problemAt(`${at}.country`)}
      />
    </SimpleGrid>
  );
}

/** What is sent of it: without what is empty. */
export function addressInput(address: Partial<OrderAddress>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(address).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );
}
