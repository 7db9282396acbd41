import type { OrderView } from '@vitrine/commerce-engine/client';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Empty, PageHead } from '../look/page-head.tsx';
import { AddGoods } from './add-goods.tsx';

/** Other goods for an order that stands. */
export function AddGoodsPage({ id }: { id: string }) {
  const asked = useAnswer<{ order: OrderView | null }>(`/orders/${id}`);
  const back = { to: `/orders/${id}`, label: 'The order' };
  return (
    <Answer to={asked} of="the order">
      {({ order }) =>
        order ? (
          <>
            <PageHead title={`Add goods to order ${order.number}`} back={back} />
            <AddGoods order={order} />
          </>
        ) : (
          <>
            <PageHead title="Add goods" back={back} />
            <Empty title="There is no such order" />
          </>
        )
      }
    </Answer>
  );
}
