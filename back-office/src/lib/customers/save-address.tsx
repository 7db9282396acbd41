import { Checkbox } from '@mantine/core';
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
import { AddressFields, addressInput } from '../look/address-fields.tsx';
import { toldCustomer } from './customer-outcome.ts';

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
  const input = {
    ...(kept && { addressId: kept.id }),
    address: addressInput(address),
    isShipping,
    isBilling,
  };
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
          <AddressFields value={address} onChange={setAddress} problemAt={problemAt} at="address" />
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
