import { usePages } from '../asking/use-pages.ts';
import { More } from '../look/list-page.tsx';
import { Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { type OpenCart, openCartColumnsOfOne } from '../new-order/open-carts-columns.tsx';

/** What staff have begun for a customer; nothing where there is nothing. */
export function CustomerOpenCarts({ customerId }: { customerId: string }) {
  const pages = usePages<OpenCart>('/carts', 'carts', { customerId }, 'cursor');
  if (!pages.data?.length) return null;
  return (
    <Section title="Open carts" flush>
      <Rows
        label="Open carts"
        items={pages.data}
        columns={openCartColumnsOfOne}
        keyOf={({ cartId }) => cartId}
        to={({ cartId }) => `/orders/new/${cartId}`}
      />
      <More pages={pages} shown={pages.data.length} what="open carts" />
    </Section>
  );
}
