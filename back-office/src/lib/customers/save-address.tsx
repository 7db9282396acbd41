import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type {
  CustomerAddressView,
  CustomerOutcome,
  CustomerView,
  OrderAddress,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { countries } from '../words/country.ts';
import { toldCustomer } from './customer-outcome.ts';

const fields = [
  ['name', 'Name'],
  ['company', 'Company'],
  ['street', 'Street and number'],
  ['extra', 'Flat, floor or care of'],
  ['postalCode', 'Postal code'],
  ['city', 'Town'],
  ['region', 'State or province'],
] as const;

/** Where a customer's goods or bills go. */
export function SaveAddress({
  customer,
  kept,
  isOpen,
  onClose,
}: {
  customer: CustomerView;
  /** Absent = a new one. */
  kept?: CustomerAddressView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [address, setAddress] = useState<Partial<OrderAddress>>(
    kept?.address ?? { name: customer.name, country: 'DE' },
  );
  const [isShipping, setShipping] = useState(kept?.isShipping ?? customer.addresses.length === 0);
  const [isBilling, setBilling] = useState(kept?.isBilling ?? customer.addresses.length === 0);
  const written = Object.fromEntries(
    Object.entries(address).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );
  const input = { ...(kept && { addressId: kept.id }), address: written, isShipping, isBilling };
  const command = useCommand<typeof input, CustomerOutcome>({
    send: (body, options) => api.post(`/customers/${customer.id}/addresses`, body, options),
    tells: (answer) => toldCustomer(answer, 'The address is saved.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={kept ? 'Change the address' : 'Add an address'}
      {...{ isOpen, onClose, command, input }}
      send="Save"
    >
      {(problemAt) => (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            {fields.map(([key, label]) => (
              <TextInput
                key={key}
                label={label}
                value={address[key] ?? ''}
                onChange={(event) => setAddress({ ...address, [key]: event.currentTarget.value })}
                error={problemAt(`address.${key}`)}
              />
            ))}
            <NativeSelect
              label="Country"
              value={address.country ?? ''}
              onChange={(event) => setAddress({ ...address, country: event.currentTarget.value })}
              data={countries()}
              error={problemAt('address.country')}
            />
          </SimpleGrid>
          <Checkbox
            label="Goods go here"
            checked={isShipping}
            onChange={(event) => setShipping(event.currentTarget.checked)}
          />
          <Checkbox
            label="Bills go here"
            checked={isBilling}
            onChange={(event) => setBilling(event.currentTarget.checked)}
          />
        </>
      )}
    </CommandDialog>
  );
}
