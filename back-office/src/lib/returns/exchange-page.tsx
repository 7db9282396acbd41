import { Text } from '@mantine/core';
import type { OrderView, ReturnView } from '@vitrine/commerce-engine/client';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Exchange } from './exchange.tsx';

/** What goes out instead of what came back. */
export function ExchangePage({ id }: { id: string }) {
  const asked = useAnswer<{ return: ReturnView | null }>(`/returns/${id}`);
  const back = { to: `/returns/${id}`, label: 'The return' };
  return (
    <Answer to={asked} of="the return">
      {({ return: found }) =>
        found?.state === 'received' ? (
          <>
            <PageHead title={`Exchange for return ${found.number}`} back={back} />
            <WithOrder found={found} />
          </>
        ) : (
          <>
            <PageHead title="Exchange" back={back} />
            <Empty title="There is nothing to exchange">
              <Text size="sm">A return is exchanged once it was received, and before it is refunded.</Text>
            </Empty>
          </>
        )
      }
    </Answer>
  );
}

function WithOrder({ found }: { found: ReturnView }) {
  const asked = useAnswer<{ order: OrderView | null }>(`/orders/${found.orderId}`);
  return (
    <Answer to={asked} of="the return’s order">
      {({ order }) => order && <Exchange found={found} order={order} />}
    </Answer>
  );
}
