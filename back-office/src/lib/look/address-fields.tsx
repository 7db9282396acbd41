import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { type OrderAddress, regionsOf } from '@vitrine/commerce-engine/client';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { countries } from '../words/country.ts';

const fields = [
  ['name', 'Name'],
  ['company', 'Company'],
  ['street', 'Street and number'],
  ['extra', 'Flat, floor or care of'],
  ['postalCode', 'Postal code'],
  ['city', 'Town'],
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
        onChange={(event) => {
          // A region is one of its country's.
          const { region: _, ...rest } = address;
          onChange({ ...rest, country: event.currentTarget.value });
        }}
        data={countries()}
        disabled={isCountryFixed}
        error={problemAt(`${at}.country`)}
      />
      <RegionField {...{ address, onChange }} error={problemAt(`${at}.region`)} />
    </SimpleGrid>
  );
}

/** To choose from where the country's are known; what was kept before and is none of them stays until another is chosen. */
function RegionField({
  address,
  onChange,
  error,
}: {
  address: Partial<OrderAddress>;
  onChange: (address: Partial<OrderAddress>) => void;
  error: string | undefined;
}) {
  const { country = '', region = '' } = address;
  const known = regionsOf(country).map(({ code, name }) => ({ value: code, label: name }));
  const props = {
    label: 'State or province',
    value: region,
    error,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...address, region: event.currentTarget.value }),
  };
  if (known.length === 0) return <TextInput {...props} />;
  const isKnown = region === '' || known.some(({ value }) => value === region);
  return (
    <NativeSelect
      {...props}
      data={[{ value: '', label: 'None' }, ...(isKnown ? [] : [{ value: region, label: region }]), ...known]}
    />
  );
}

/** What is sent of it: without what is empty. */
export function addressInput(address: Partial<OrderAddress>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(address).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );
}
