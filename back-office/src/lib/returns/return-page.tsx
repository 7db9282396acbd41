import { Button, Text } from '@mantine/core';
import type { OrderView, ReturnView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Link, leadsTo } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useMay, useSession } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { InsteadPart } from './instead-part.tsx';
import { moneyBack } from './money-back.ts';
import { ReceiveReturn } from './receive-return.tsx';
import { RefundReturn } from './refund-return.tsx';
import { ReturnLines } from './return-lines.tsx';
import { ApproveReturn, CancelReturn, RejectReturn } from './return-steps.tsx';
import { ReturnTag } from './return-tag.tsx';

const back = { to: '/returns', label: 'Returns' };

/** A return: what comes back, why, in which state it came, and what was refunded. */
export function ReturnPage({ id }: { id: string }) {
  const asked = useAnswer<{ return: ReturnView | null }>(`/returns/${id}`);
  return (
    <Answer to={asked} of="the return">
      {({ return: found }) =>
        found ? (
          <WithOrder found={found} />
        ) : (
          <>
            <PageHead title="Return" back={back} />
            <Empty title="There is no such return" />
          </>
        )
      }
    </Answer>
  );
}

function WithOrder({ found }: { found: ReturnView }) {
  const asked = useAnswer<{ order: OrderView | null; customerId?: string }>(`/orders/${found.orderId}`);
  return (
    <Answer to={asked} of="the return’s order">
      {({ order, customerId }) =>
        order && <Return found={found} order={order} isCustomers={customerId !== undefined} />
      }
    </Answer>
  );
}

function Return({
  found,
  order,
  isCustomers,
}: {
  found: ReturnView;
  order: OrderView;
  isCustomers: boolean;
}) {
  const { channels, places } = useSession();
  return (
    <>
      <PageHead title={`Return ${found.number}`} back={back} about={<ReturnTag of={found} />}>
        <Steps found={found} order={order} isCustomers={isCustomers} />
      </PageHead>
      <Columns
        beside={
          <Section title="About it">
            <Facts
              of={{
                Order: <Link to={`/orders/${order.id}`}>{order.number}</Link>,
                Customer: order.contact.name || order.contact.email,
                Registered: when(found.requestedAt),
                Asked: channels.find(({ id }) => id === found.channel)?.name ?? found.channel,
                'Came to': found.locationId && places.find(({ id }) => id === found.locationId)?.name,
                'Exchanged for': found.exchangedFor && (
                  <Link to={`/orders/${found.exchangedFor.orderId}`}>{found.exchangedFor.number}</Link>
                ),
                'Last step': when(found.updatedAt),
              }}
            />
          </Section>
        }
      >
        <ReturnLines found={found} order={order} />
        <InsteadPart of={found} channel={order.channel} />
        {(found.note !== undefined || found.answer !== undefined) && (
          <Section title="What was written">
            {found.note !== undefined && <Text>“{found.note}”</Text>}
            {found.answer !== undefined && <Text c="dimmed">Answer: {found.answer}</Text>}
          </Section>
        )}
        {found.credit.amount > 0 && (
          <Section title="Money">
            <Facts
              of={{
                'Worth of goods': amount(found.credit),
                Fee: found.fee.amount > 0 ? amount(found.fee) : undefined,
                'Delivery, back': found.delivery.amount > 0 ? amount(found.delivery) : undefined,
                'Paid for other goods': found.instead?.covered && amount(found.instead.covered),
                Refunded: found.refund ? refundedWords(found) : 'not yet',
              }}
            />
          </Section>
        )}
      </Columns>
    </>
  );
}

function refundedWords(found: ReturnView): string {
  const back = moneyBack(found);
  return back ? amount(back) : 'nothing';
}

function Steps(props: { found: ReturnView; order: OrderView; isCustomers: boolean }) {
  const { found } = props;
  const may = useMay();
  const [open, setOpen] = useState<'approve' | 'reject' | 'cancel' | 'receive' | 'refund'>();
  if (!may('orders.write')) return null;
  const at = (step: typeof open) => ({ isOpen: open === step, onClose: () => setOpen(undefined) });
  const isRequested = found.state === 'requested';
  const isApproved = found.state === 'approved';
  return (
    <>
      {(isRequested || isApproved) && (
        <>
          <Button variant="default" onClick={() => setOpen('cancel')}>
            Give the return up
          </Button>
          <Button variant="default" onClick={() => setOpen('reject')}>
            Reject the return
          </Button>
        </>
      )}
      {isRequested && <Button onClick={() => setOpen('approve')}>Approve the return</Button>}
      {isApproved && <Button onClick={() => setOpen('receive')}>Receive the return</Button>}
      {found.state === 'received' && (
        <>
          {props.isCustomers && (
            <Button variant="default" component="a" {...leadsTo(`/returns/${found.id}/exchange`)}>
              Exchange the goods
            </Button>
          )}
          <Button onClick={() => setOpen('refund')}>
            {found.instead?.state === 'held' ? 'Exchange or refund' : 'Refund the return'}
          </Button>
        </>
      )}
      <ApproveReturn {...props} {...at('approve')} />
      <RejectReturn {...props} {...at('reject')} />
      <CancelReturn {...props} {...at('cancel')} />
      <ReceiveReturn {...props} {...at('receive')} />
      {/* What can be kept back is known once it was received. */}
      <RefundReturn key={`${found.state} ${found.instead?.state}`} {...props} {...at('refund')} />
    </>
  );
}
