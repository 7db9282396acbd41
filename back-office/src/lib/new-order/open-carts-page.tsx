import { Button } from '@mantine/core';
import { leadsTo } from '../address/link.tsx';
import { Refused } from '../asking/answer.tsx';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { ListPage } from '../look/list-page.tsx';
import { useMay } from '../shell/session.ts';
import { type OpenCart, openCartColumns } from './open-carts-columns.tsx';

/** Carts that staff opened and that are no order yet. */
export function OpenCartsPage() {
  return useMay()('orders.write') ? <OpenCarts /> : <Refused />;
}

function OpenCarts() {
  const filters = useFilters([]);
  const pages = usePages<OpenCart>('/carts', 'carts', {}, 'cursor');
  return (
    <ListPage
      title="Open carts"
      back={{ to: '/orders', label: 'Orders' }}
      actions={
        <Button component="a" {...leadsTo('/orders/new')}>
          New order
        </Button>
      }
      filters={filters}
      pages={pages}
      columns={openCartColumns}
      keyOf={({ cartId }) => cartId}
      to={({ cartId }) => `/orders/new/${cartId}`}
      empty={{
        title: 'No carts are open',
        text: 'What is begun as a new order stands here until it is placed, paid or thrown away.',
      }}
    />
  );
}
