import { Button, Group, Text } from '@mantine/core';
import type { CustomerAddressView, CustomerView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Address } from '../look/address.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { useMay } from '../shell/session.ts';
import css from './customers.module.css';
import { SaveAddress } from './save-address.tsx';

/** Where a customer's goods and bills go. */
export function CustomerAddresses({ customer }: { customer: CustomerView }) {
  const may = useMay();
  const [open, setOpen] = useState<CustomerAddressView | 'new'>();
  const close = () => setOpen(undefined);
  return (
    <Section
      title="Addresses"
      actions={
        may('customers.write') && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen('new')}>
            Add an address
          </Button>
        )
      }
    >
      {customer.addresses.length === 0 && <Text c="dimmed">None</Text>}
      <ul className={css.addresses}>
        {customer.addresses.map((kept) => (
          <li key={kept.id}>
            <Address of={kept.address} />
            <Group gap="xs" mt={6}>
              {kept.isShipping && <Tag tone="quiet">Goods</Tag>}
              {kept.isBilling && <Tag tone="quiet">Bills</Tag>}
              {may('customers.write') && (
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={`Change the address in ${kept.address.street}`}
                  onClick={() => setOpen(kept)}
                >
                  Change
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      <SaveAddress
        key={open === 'new' ? `new ${customer.addresses.length}` : open?.id}
        customer={customer}
        {...(open !== undefined && open !== 'new' && { kept: open })}
        isOpen={open !== undefined}
        onClose={close}
      />
    </Section>
  );
}
