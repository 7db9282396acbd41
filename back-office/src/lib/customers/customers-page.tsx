import { Button } from '@mantine/core';
import type { CustomerSummaryView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { useMay } from '../shell/session.ts';
import { when } from '../words/when.ts';
import { CreateCustomer } from './create-customer.tsx';
import { nameOf } from './name-of.ts';

const columns: readonly Column<CustomerSummaryView>[] = [
  { label: 'Name', cell: nameOf },
  { label: 'E-mail', cell: ({ email }) => email ?? '', onPhone: 'bare' },
  { label: 'Number', cell: ({ number }) => number },
  { label: 'Groups', cell: ({ groups }) => groups.join(', '), onPhone: 'bare' },
  { label: 'Since', cell: ({ createdAt }) => when(createdAt) },
];

/** Who buys, the newest first. */
export function CustomersPage() {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const filters = useFilters(['q']);
  const pages = usePages<CustomerSummaryView>('/customers', 'customers', filters.values);
  return (
    <>
      <ListPage
        title="Customers"
        actions={may('customers.write') && <Button onClick={() => setOpen(true)}>Register a customer</Button>}
        search="Number, e-mail or name"
        filters={filters}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        to={({ id }) => `/customers/${id}`}
        empty={{
          title: 'No customers yet',
          text: 'They come here when they make an account in the shop. Guests stay with their orders.',
        }}
      />
      <CreateCustomer isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
