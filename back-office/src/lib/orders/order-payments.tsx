import { Button, Group, Text } from '@mantine/core';
import type { OrderView, PaymentView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Facts } from '../look/facts.tsx';
import { Empty } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { Tag, type Tone } from '../look/tag.tsx';
import { useMay } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { inWords } from '../words/state.ts';
import { when } from '../words/when.ts';
import { MarkPaid } from './mark-paid.tsx';
import css from './orders.module.css';

/** How an order is paid. */
export function OrderPayments({ order }: { order: OrderView }) {
  return (
    <Section title="Payments">
      {order.payments.length === 0 ? (
        <Empty title="Nothing had to be paid" isPart />
      ) : (
        order.payments.map((payment) => <Payment key={payment.id} payment={payment} />)
      )}
    </Section>
  );
}

function Payment({ payment }: { payment: PaymentView }) {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const { captured, refunded, amount: sum } = payment;
  const isAwaited =
    payment.provider === 'manual' && payment.state === 'authorised' && captured.amount < sum.amount;
  return (
    <div className={css.payment}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={600}>{payment.label ?? inWords(payment.method)}</Text>
          <PaymentTag of={payment} />
        </Group>
        {isAwaited && may('orders.write') && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
            Mark as paid
          </Button>
        )}
      </Group>
      <Facts
        of={{
          Amount: amount(sum),
          Taken: captured.amount > 0 ? amount(captured) : undefined,
          Refunded: refunded.amount > 0 ? amount(refunded) : undefined,
          Begun: when(payment.startedAt),
          Declined: payment.declined === undefined ? undefined : inWords(payment.declined),
        }}
      />
      {isAwaited && <MarkPaid payment={payment} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </div>
  );
}

const states: Readonly<Record<PaymentView['state'], readonly [Tone, string]>> = {
  started: ['waits', 'Begun'],
  action: ['waits', 'Shopper has to confirm'],
  pending: ['waits', 'Bank will tell'],
  authorised: ['new', 'Promised'],
  declined: ['bad', 'Declined'],
  cancelled: ['quiet', 'Given up'],
};

function PaymentTag({ of: { state, captured, refunded, amount: sum, provider } }: { of: PaymentView }) {
  if (refunded.amount > 0)
    return <Tag tone="quiet">{refunded.amount === captured.amount ? 'Refunded' : 'Partly refunded'}</Tag>;
  if (captured.amount === sum.amount) return <Tag tone="good">Paid</Tag>;
  if (captured.amount > 0) return <Tag tone="new">Partly paid</Tag>;
  if (state === 'authorised' && provider === 'manual') return <Tag tone="waits">Awaited</Tag>;
  const [tone, words] = states[state];
  return <Tag tone={tone}>{words}</Tag>;
}
